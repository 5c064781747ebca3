import { type Finding, listFiles, readSource } from './sources.ts';

/** Shapes that keys and passwords have, wherever they stand. */
const SHAPES: readonly (readonly [name: string, shape: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['an access key of a cloud', /\b(?:AKIA|LTAI|AKID)[0-9A-Za-z]{12,}\b/],
  ['a token of a code host', /\b(?:gh[pousr]_[0-9A-Za-z]{30,}|glpat-[\w-]{20,}|npm_[0-9A-Za-z]{36})\b/],
  ['a signed token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  [
    'a password within an address',
    /\b[a-z][a-z0-9+.-]{2,15}:\/\/[^\s:/@'"`${}<>]{1,64}:[^\s@/'"`${}<>]{3,}@(?!db\.example|host|mail\.example|localhost)/,
  ],
  [
    'a secret spelled out',
    /\b(?:master_?key|client_?secret|api_?key|password|passphrase|secret)['"]?\s*[:=]\s*['"][0-9A-Za-z+/_-]{20,}={0,2}['"]/i,
  ],
];

/** Data of others and words for people hold no keys; tests make up their own. */
const LEFT_OUT = /^(?:test|simulator|package-lock\.json$|docs\/pictures)|\.(?:test\.tsx?|png|jpg|svg|pdf|woff2?)$/;

/** Secrets come from the environment or from files that it names; none stands in what is kept here. */
export function findSecrets(file: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, index) =>
    SHAPES.filter(([, shape]) => shape.test(line)).map(([name]) => ({
      file,
      line: index + 1,
      text: `looks like ${name}: take it from the environment or a file, as platform/config.ts does`,
    })),
  );
}

export function checkSecrets(): Finding[] {
  const files = listFiles(['.'], /./).filter((file) => !LEFT_OUT.test(file));
  return files.flatMap((file) => findSecrets(file, readSource(file)));
}
