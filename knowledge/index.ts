import type { Knowledge, KnowledgeTables } from '../src/domain/knowledge/knowledge.ts';
import { compileKnowledge } from '../src/domain/knowledge/knowledge.ts';
import { CARRIERS } from './carriers.ts';
import { CHANNELS } from './channels.ts';
import { CAUSE_FACTS } from './facts/causes.ts';
import { MEASURES, PATTERNS } from './facts/measures.ts';
import { REMEDIES } from './facts/remedies.ts';
import { SYNONYMS } from './facts/synonyms.ts';
import { COURT_LESSONS } from './help/court-lessons.ts';
import { DUNNING } from './help/dunning.ts';
import { LIVING } from './help/living.ts';
import { READY_WORDS } from './help/ready-words.ts';
import { SCAMS } from './help/scams.ts';
import { LABEL_SERVICES } from './label-services.ts';
import { BACKGROUND, LAWS } from './laws/index.ts';
import { MATERIALS } from './plan/materials.ts';
import { ROUTES } from './plan/routes.ts';
import { SITUATIONS } from './plan/situations.ts';
import { STEPS } from './plan/steps.ts';
import { WARNINGS } from './plan/warnings.ts';
import { TIPS } from './prevention.ts';
import { SEGMENTS } from './segments.ts';
import { TRAPS } from './traps.ts';

export const TABLES: KnowledgeTables = {
  laws: LAWS,
  background: BACKGROUND,
  carriers: CARRIERS,
  segments: SEGMENTS,
  causes: CAUSE_FACTS,
  synonyms: SYNONYMS,
  measures: MEASURES,
  patterns: PATTERNS,
  remedies: REMEDIES,
  scams: SCAMS,
  readyWords: READY_WORDS,
  dunning: DUNNING,
  courtLessons: COURT_LESSONS,
  living: LIVING,
  channels: CHANNELS,
  materials: MATERIALS,
  steps: STEPS,
  routes: ROUTES,
  situations: SITUATIONS,
  labelServices: LABEL_SERVICES,
  warnings: [...WARNINGS, ...TRAPS],
  tips: TIPS,
};

/** All that is known, compiled once. */
export const knowledge: Knowledge = compileKnowledge(TABLES);
