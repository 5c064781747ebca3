import { type Finding, listFiles, readSource } from './sources.ts';

const LONGEST = 400;
const FOLDERS = ['src', 'test', 'simulator', 'scripts', 'seed', 'bench'];

/** Code files longer than anybody reads in one go; words and data are no code. */
export function checkLengths(): Finding[] {
  return listFiles(FOLDERS, /\.(ts|tsx|mts|mjs)$/)
    .filter((file) => !file.startsWith('src/locales/'))
    .map((file) => ({ file, lines: readSource(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => ({ file, text: `has ${lines} lines, ${LONGEST} at most: split it by what it does` }));
}
