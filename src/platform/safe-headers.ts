const YEAR_S = 31_536_000;

/** What no page of ours uses, so that nothing that gets into one can. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
];

/** Whether people come by https, so that browsers may be held to it. */
export function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** Headers of every answer, page or not: what it is stays what we said, and no other site gets hold of it. */
export function safeHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': UNUSED.map((name) => `${name}=()`).join(', '),
    ...(isHttps(publicUrl) ? { 'strict-transport-security': `max-age=${YEAR_S}; includeSubDomains` } : {}),
  };
}

/** For answers that are no page: nothing in them is to be run or shown in a frame. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";
