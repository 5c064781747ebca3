/** The carrier behind a line, as pages name it. */
export type { Carrier } from '../../store/carriers.ts';
