import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('scripts/watch.ts'), ...given());
