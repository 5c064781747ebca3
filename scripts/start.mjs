import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('src/main/serve.ts'), ...given());
