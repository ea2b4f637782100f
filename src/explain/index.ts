export { explainAfterEnd } from './after-end.ts';
export { wordCapitals } from './capitals.ts';
export { wordExact, wordMoney, wordPercent, wordRatio, wordYuan } from './money.ts';
export { writeEvaluation } from './output.ts';
export { explainPending, explainReason, explainRefusal, wordWindow } from './refusals.ts';
export { summariseAmount, summariseAward, wordYearlyCap, wordYearlyLimit } from './rules.ts';
export { explainDetail, explainSteps, type Line } from './steps.ts';
export * from './words.ts';
export { explainBindingLimit, explainBindingLimits } from './limits.ts';
