#!/usr/bin/env node
// Usage: npm run evaluate:triage -- FILE
// Scores triage against a file of labelled texts, one JSON object a line; docs/triage.md says which fields.
import { becomeNode, given, inProject } from './pinned.mjs';

becomeNode(inProject('scripts/evaluate-triage.ts'), ...given());
