import { findBrowser } from '../../scripts/browser.mjs';

/** The Chromium that the browser tests drive; `npm test` makes sure that there is one. */
export function browserPath(): string {
  const path = findBrowser();
  if (!path) throw new Error('no browser: run the tests with `npm test`, which installs one');
  return path;
}
