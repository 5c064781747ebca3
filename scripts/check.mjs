import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('scripts/checks/run.ts'), ...given());
