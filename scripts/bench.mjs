import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('bench/run.ts'), ...given());
