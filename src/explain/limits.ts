import type { Step } from '../engine/steps.ts';
import { toExact } from '../engine/exact.ts';
import { wordExact, wordMoney, wordPercent } from './money.ts';
import { UNLIMITED, wordUnit } from './words.ts';

export interface BindingLimit {
  /** a limit of the text cut the sum or was just met */
  reached: boolean;
  text: string;
}

/** What held an award down: the last limit that changed the sum or was just met, or that none did, or that there is none. */
export function explainBindingLimit(steps: readonly Step[]): BindingLimit {
  const bitten = steps.filter(isBitten).flatMap(wordLimit).at(-1);
  if (bitten !== undefined) return { reached: true, text: `受限于${spaced(bitten)}` };
  const met = steps.filter(isMet).flatMap(wordLimit).at(-1);
  if (met !== undefined) return { reached: true, text: `正好达到${spaced(met)}` };
  return { reached: false, text: wordOpen(steps) };
}

/** Of several years: once where all are held down alike, else each with its year. */
export function explainBindingLimits(awards: readonly { year: number; steps: readonly Step[] }[]): string[] {
  const words = awards.map(({ year, steps }) => ({ year, text: explainBindingLimit(steps).text }));
  const apart = new Set(words.map(({ text }) => text)).size > 1;
  if (!apart) return words.slice(0, 1).map(({ text }) => text);
  return words.map(({ year, text }) => (text.includes(`${year} 年`) ? text : `${year} 年${text}`));
}

/** Of a sum that no limit cut or met. */
function wordOpen(steps: readonly Step[]): string {
  for (const step of steps) {
    if (step.kind === 'unlimited') return UNLIMITED;
    if (step.kind === 'fixed') return '定额';
    // a ceiling is the limit itself, of which nobody knows how much is given
    if (step.kind === 'ceiling') return `即条文所写上限${wordShare(step)}`;
  }
  return '未触及上限';
}

function wordShare({ base, rate }: Step & { kind: 'ceiling' }): string {
  return base === null || rate === null ? '' : `（${base.label}的 ${wordPercent(rate)}）`;
}

function isBitten(step: Step): boolean {
  if (step.kind === 'ceiling') return step.product !== null && step.product > step.to;
  return 'bit' in step && step.bit;
}

/** Reached without being cut. */
function isMet(step: Step): boolean {
  switch (step.kind) {
    case 'own-limit':
      return step.from === toExact(step.max);
    case 'joint-ceiling':
      return step.from === step.room;
    case 'annual-cap':
      return step.from === toExact(step.left);
    case 'ceiling':
      return step.max !== null && step.product === toExact(step.max);
    default:
      return false;
  }
}

function wordLimit(step: Step): string[] {
  switch (step.kind) {
    case 'own-limit':
      return [`${wordUnit(step.sources)}最高 ${wordMoney(step.max)}`];
    case 'joint-ceiling':
      return [`市区两级合计 ${wordExact(step.ceiling)}`];
    case 'annual-cap':
      return [`${step.year} 年累计 ${wordMoney(step.max)}`];
    case 'ceiling':
      return step.max === null ? [] : [`最高 ${wordMoney(step.max)}`];
    default:
      return [];
  }
}

/** A space between a Chinese character and a digit. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}
