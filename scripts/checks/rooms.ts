import { dirname, join, normalize } from 'node:path';
import { type Finding, lineOf, listFiles, parse, readSource } from './sources.ts';

/**
 * Which rooms of `src` a room may import, itself aside. A room that is not named here is refused, so that a new one
 * finds its place first.
 */
export const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  access: ['domain'],
  locales: ['domain'],
  platform: ['domain', 'locales'],
  store: ['domain', 'platform'],
  app: ['domain', 'access', 'store', 'platform', 'locales'],
  adapters: ['app', 'domain', 'platform', 'locales'],
  jobs: ['app', 'domain', 'platform', 'locales'],
  api: ['app', 'access', 'domain', 'platform', 'locales'],
  web: ['app', 'access', 'domain', 'platform', 'locales'],
  cli: ['app', 'domain', 'platform', 'locales'],
  main: ['domain', 'access', 'locales', 'platform', 'store', 'app', 'adapters', 'jobs', 'api', 'web', 'cli'],
};

/** Rooms without input or output: no package and nothing of Node either. */
const PURE = ['domain', 'access'];
const TEST = /\.test\.tsx?$/;
/** What stands beside `src`, and where it may reach. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  // A carrier's own program knows the product by its public interface alone.
  simulator: [],
};

/** Says why `file` may not import `target`, or null when it may. Both are paths in the project. */
export function refuseImport(file: string, target: string): string | null {
  const [top = '', room = ''] = file.split('/');
  const [targetTop = '', targetRoom = ''] = target.split('/');
  if (TEST.test(file)) return null;
  if (TEST.test(target) || targetTop === 'test') return 'nothing but a test imports from tests';
  if (top in OUTSIDE) return targetTop === top ? null : `${top} may not import ${targetTop}`;
  if (top !== 'src') return null;
  if (targetTop !== 'src') return mayImportOutside(room, targetTop) ? null : `${room} may not import ${targetTop}`;
  const allowed = DIRECTIONS[room];
  if (!allowed) return `the room ${room} has no direction in scripts/checks/rooms.ts`;
  return room === targetRoom || allowed.includes(targetRoom) ? null : `${room} may not import ${targetRoom}`;
}

/** Compiled knowledge reaches what is pure as an argument; only the one place that builds everything plants the seed. */
function mayImportOutside(room: string, targetTop: string): boolean {
  return (targetTop === 'knowledge' && !PURE.includes(room)) || (targetTop === 'seed' && room === 'main');
}

/** Says why `file` may not import a package, or null. */
export function refusePackage(file: string, name: string): string | null {
  const [top, room = ''] = file.split('/');
  if (top !== 'src' || !PURE.includes(room) || TEST.test(file)) return null;
  return `${room} is pure and may not import ${name}`;
}

type Import = {
  from: string;
  line: number;
  /** Gone when the types are stripped, so it closes no circle. */
  erased: boolean;
};

/** Every static, re-exporting and dynamic import of a file. */
export function importsOf(file: string, text: string): Import[] {
  const { module } = parse(file, text);
  const isErased = (entries: readonly { isType: boolean }[]) =>
    entries.length > 0 && entries.every(({ isType }) => isType);
  const stated = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    line: lineOf(text, moduleRequest.start),
    erased: isErased(entries),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest: request, isType }) =>
      request ? [{ from: request.value, line: lineOf(text, request.start), erased: isType }] : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[1] ? [{ from: literal[1], line: lineOf(text, moduleRequest.start), erased: false }] : [];
  });
  return [...stated, ...passedOn, ...dynamic];
}

/** Imports against the direction of the rooms, and circles of files. */
export function checkRooms(): Finding[] {
  const findings: Finding[] = [];
  const graph = new Map<string, string[]>();
  for (const file of listFiles(['src', 'simulator', 'seed', 'bench'], /\.tsx?$/)) {
    const text = readSource(file);
    const targets: string[] = [];
    for (const { from, line, erased } of importsOf(file, text)) {
      const target = from.startsWith('.') ? normalize(join(dirname(file), from)) : null;
      const wrong = target ? refuseImport(file, target) : refusePackage(file, from);
      if (target && !erased) targets.push(target);
      if (wrong) findings.push({ file, line, text: wrong });
    }
    graph.set(file, [...new Set(targets)]);
  }
  return [...findings, ...findCircles(graph)];
}

/** Files that import each other round about; each circle is told once. */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): Finding[] {
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) {
      findings.push({ file, text: `imports itself by way of ${[...path.slice(at + 1), file].join(' → ')}` });
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return findings;
}
