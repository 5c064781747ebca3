#!/usr/bin/env node
import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('src/main/cli.ts'), ...given());
