export const pages = {
  'page.to_desk': 'Back to your desk',
  'page.to_start': 'Back to the start',
  'page.not_found': 'There is no such page',
  'page.not_found_body': 'The address may be mistyped, or this is not yours to see.',
  'page.cannot': 'That cannot be done now',
  'page.bad_request': 'We could not read what was sent. Go back and try again; what you typed is still there.',
  'page.wrong_method':
    'This address only takes forms sent from a page and cannot be opened by itself. Please start from the home page.',
  'page.too_large':
    'What you sent is too long to take. Go back, shorten it and send it again; what you filled in is still there.',
  'page.broken': 'Something broke on our side',
  'page.broken_body': 'It is not your fault. Please try again in a while; if you need help, quote {id}.',
} as const;
