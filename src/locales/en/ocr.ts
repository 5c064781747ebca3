/** Reading a screenshot: why no text came out, and what to do instead. */
export const ocr = {
  'screenshot.empty': 'This file is empty. Choose the screenshot again.',
  'screenshot.too_large':
    'This picture is larger than {limit}. A screenshot is far smaller: take one instead of a photo.',
  'screenshot.too_many_pixels':
    'This picture has {width} × {height} dots, which is too many (at most {limit_millions} million). Take a screenshot, or cut out the part with the words.',
  'screenshot.too_long': 'This picture is too long or too flat ({width} × {height}). Keep only the message.',
  'screenshot.wrong_type': 'This is a {found} file, not a screenshot. You may send: {allowed}.',
  'screenshot.heic':
    'This is an iPhone HEIC photo, which we cannot open. Take a screenshot instead; screenshots are PNG and can be read.',
  'screenshot.animated': 'This picture moves. Send a still screenshot.',
  'screenshot.unreadable':
    'This picture does not open. It may be damaged or cut short. Take the screenshot again, or paste the words.',
  'screenshot.no_text':
    'We found no words in this picture. Send one where the message can be seen, or paste the words.',
  'screenshot.busy': 'Many pictures are being read. Try again in half a minute, or paste the words.',
  'screenshot.took_too_long':
    'This picture took too long and we stopped. Keep only the message in it, or paste the words.',
} as const;
