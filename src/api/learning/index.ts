import {
  decideClassEndpoint,
  dropClassEndpoint,
  getClassEndpoint,
  listClassesEndpoint,
  listClassFlagsEndpoint,
  listReportsEndpoint,
  putBackEndpoint,
  readReportEndpoint,
  takeOutEndpoint,
} from './classes.ts';
import {
  getLearningEndpoint,
  getRuleLearningEndpoint,
  openClassEndpoint,
  pauseRuleEndpoint,
  resumeRuleEndpoint,
  tolerateEndpoint,
} from './rules.ts';

/** What decisions say of rules, and the flags of a bad rule decided together. */
export const LEARNING_ENDPOINTS = [
  getLearningEndpoint,
  getRuleLearningEndpoint,
  tolerateEndpoint,
  pauseRuleEndpoint,
  resumeRuleEndpoint,
  openClassEndpoint,
  listClassesEndpoint,
  getClassEndpoint,
  listClassFlagsEndpoint,
  takeOutEndpoint,
  putBackEndpoint,
  decideClassEndpoint,
  dropClassEndpoint,
  listReportsEndpoint,
  readReportEndpoint,
];
