import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A node of the syntax tree, as the parser gives it. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** A place in the project and what is wrong there. */
export type Finding = { file: string; line?: number; text: string };

/** Files that git knows or would add, below these folders, whose names end so. */
export function listFiles(folders: readonly string[], ending: RegExp): string[] {
  const present = folders.filter((folder) => existsSync(join(ROOT, folder)));
  if (present.length === 0) return [];
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...present];
  const names = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return names.filter((name) => ending.test(name) && existsSync(join(ROOT, name))).sort();
}

export function readSource(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Parses TypeScript and JSX; throws on a syntax error. */
export function parse(file: string, text = readSource(file)) {
  const result = parseSync(file, text, { sourceType: 'module' });
  const [error] = result.errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return result;
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Calls `visit` with every node of a tree. */
export function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (node !== null && typeof node === 'object') {
    if (typeof (node as Node).type === 'string') visit(node as Node);
    for (const child of Object.values(node)) if (child !== null && typeof child === 'object') walk(child, visit);
  }
}
