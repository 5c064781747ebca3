import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('test/prove/run.ts'), ...given());
