const SHAPES = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  dash: 'M6 12h12',
  plus: 'M12 5.5v13M5.5 12h13',
  pause: 'M9 6.5v11M15 6.5v11',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  alert: 'M12 4L3.2 19.5h17.6zM12 10v4.5M12 16.9v.2',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 7.9v.2',
  question:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.7 9.6a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.3 1-1.3 1.9M12 16.3v.2',
  phone:
    'M7 4l2.7.6.9 3.6-1.8 1.5a11.6 11.6 0 0 0 5.5 5.5l1.5-1.8 3.6.9.6 2.7a2 2 0 0 1-2 2.2A14.6 14.6 0 0 1 4.8 6a2 2 0 0 1 2.2-2z',
  phone_out:
    'M7 4l2.7.6.9 3.6-1.8 1.5a11.6 11.6 0 0 0 5.5 5.5l1.5-1.8 3.6.9.6 2.7a2 2 0 0 1-2 2.2A14.6 14.6 0 0 1 4.8 6a2 2 0 0 1 2.2-2zM14.5 9.5L20 4M15.5 4H20v4.5',
  phone_in:
    'M7 4l2.7.6.9 3.6-1.8 1.5a11.6 11.6 0 0 0 5.5 5.5l1.5-1.8 3.6.9.6 2.7a2 2 0 0 1-2 2.2A14.6 14.6 0 0 1 4.8 6a2 2 0 0 1 2.2-2zM20 4l-5.5 5.5M14.5 5v4.5H19',
  message_out: 'M4 5h16v11.5h-9L7 20v-3.5H4zM8.5 10.8h7M12.8 8l2.8 2.8-2.8 2.8',
  message_in: 'M4 5h16v11.5h-9L7 20v-3.5H4zM15.5 10.8h-7M11.2 8l-2.8 2.8 2.8 2.8',
  message: 'M4 5h16v11.5h-9L7 20v-3.5H4zM8 9.2h8M8 12.4h5',
  data: 'M8 18.5v-13M4.5 9L8 5.5 11.5 9M16 5.5v13M12.5 15l3.5 3.5 3.5-3.5',
  new_business: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M12 10.8v6M9 13.8h6',
  paper: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  image: 'M4 5h16v14H4zM4.5 16.5L9.5 12l4 4 2.5-2.5 3.5 3.5M15.5 9.5v.2',
  upload: 'M12 15.5v-11M7.5 9L12 4.5 16.5 9M4.5 15v4.5h15V15',
  send: 'M4 11.5L20 4l-5.5 16-3.3-7.2z',
  undo: 'M9 6.5L4.5 11 9 15.5M5 11h9.5a4.7 4.7 0 0 1 0 9.4H12',
  user: 'M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c.6-3.6 3.2-5.5 7-5.5s6.4 1.9 7 5.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  book: 'M4.5 5.500c2.8-.9 5.2-.5 7.5 1.2 2.3-1.7 4.7-2.1 7.5-1.200V18c-2.8-.9-5.2-.5-7.5 1.200C9.7 17.5 7.3 17.1 4.5 18zM12 6.700v12.5',
  scales: 'M12 4v16M8 20h8M5 7.500h14M5 7.500l-2.3 6a2.6 2.6 0 0 0 4.6 0zM19 7.500l-2.3 6a2.6 2.6 0 0 0 4.6 0z',
  search: 'M10.5 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  right: 'M9 5.500l6.5 6.500L9 18.5',
  left: 'M15 5.500L8.5 12l6.5 6.5',
  up: 'M5.5 15L12 8.500l6.5 6.5',
  down: 'M5.5 9l6.5 6.500L18.5 9',
  sort: 'M8 9.500L12 5.500l4 4M8 14.500l4 4 4-4',
  open: 'M13 5h6v6M19 5l-9 9M16 13.500V19H5V8h5.5',
} as const;

export type IconName = keyof typeof SHAPES;

/** A drawn sign beside a word; it says nothing by itself, so it is hidden from assistive technology. */
export function Icon({ name, class: extra }: { name: IconName; class?: string | undefined }) {
  return (
    <svg
      class={extra ? `icon ${extra}` : 'icon'}
      // Where a browser has no style sheet, a drawing without a size of its own fills the page.
      width="20"
      height="20"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
