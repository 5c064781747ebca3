import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled, PINNED_NODE, ROOT, refuse } from './install.mjs';

const OLDEST_NODE = 26;

/** The Node that the lock pins, or the machine's own where the pinned one does not exist for its platform. */
export function chooseNode() {
  if (existsSync(PINNED_NODE)) return PINNED_NODE;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  return refuse(
    `Node ${OLDEST_NODE} or newer is needed on ${process.platform} ${process.arch} and this is ${process.versions.node}: install it from nodejs.org. 需要 Node ${OLDEST_NODE} 或更高版本。`,
  );
}

/** The environment of what we start: its own Node and the project's programs come first. */
export function pinnedEnvironment(node) {
  const path = [dirname(node), join(ROOT, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Installs what is missing, then becomes `node ...args` under the pinned Node, keeping the caller's folder. */
export function becomeNode(...args) {
  ensureInstalled();
  const node = chooseNode();
  const environment = pinnedEnvironment(node);
  if (typeof process.execve === 'function') {
    // Replacing this process leaves one less between the terminal and the server.
    process.removeAllListeners('warning');
    // Started by hand it may outlive its shell; started by npm it must not outlive npm.
    const command = process.env.npm_lifecycle_event ? leashed(node) : [node];
    process.execve(command[0], [...command, ...args], environment);
  }
  const [command, ...before] = leashed(node);
  const child = spawn(command, [...before, ...args], { stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** A command that the kernel ends with SIGTERM when its parent is killed, where util-linux offers that. */
function leashed(node) {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv) ? [setpriv, '--pdeathsig', 'TERM', node] : [node];
}

/** The arguments after the script's own name. */
export function given() {
  return process.argv.slice(2);
}

/** A file of the project. */
export function inProject(...parts) {
  return join(ROOT, ...parts);
}
