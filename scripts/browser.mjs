import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of this machine, or null. */
export function findBrowser() {
  if (process.env.QINGBIAO_CHROMIUM) return process.env.QINGBIAO_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/opt/google/chrome');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram) ?? null;
}

/** Installs Debian's Chromium with Chinese letters when there is no browser and we may. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0) {
    console.log('Installing a browser for the tests… 正在安装测试用浏览器…');
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '-y', 'chromium', 'fonts-noto-cjk');
  }
  return (
    findBrowser() ??
    refuse(
      'No browser for the tests: run `apt-get install -y chromium fonts-noto-cjk` as root, or set QINGBIAO_CHROMIUM to a Chromium. 缺少测试用浏览器。',
    )
  );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
