import { toExact } from '../engine/exact.ts';
import type { Step } from '../engine/steps.ts';
import { wordExact, wordMoney } from './money.ts';
import { UNLIMITED, wordUnit } from './words.ts';

/** What held an award down: the last limit that changed the sum or was just met, or that none did, or that there is none. */
export function explainBindingLimit(steps: readonly Step[]): { bit: boolean; text: string } {
  const words = steps.flatMap(wordBitten);
  const last = words.at(-1);
  if (last !== undefined) return { bit: true, text: `受限于${spaced(last)}` };
  const met = steps.flatMap(wordMet).at(-1);
  if (met !== undefined) return { bit: false, text: `正好达到${spaced(met)}` };
  if (steps.some((step) => step.kind === 'unlimited')) return { bit: false, text: UNLIMITED };
  if (steps.some((step) => step.kind === 'fixed')) return { bit: false, text: '定额' };
  return { bit: false, text: '未触及上限' };
}

function wordBitten(step: Step): string[] {
  switch (step.kind) {
    case 'own-limit':
      return step.bit ? [`${wordUnit(step.sources)}最高 ${wordMoney(step.max)}`] : [];
    case 'joint-ceiling':
      return step.bit ? [`市区两级合计 ${wordExact(step.ceiling)}`] : [];
    case 'annual-cap':
      return step.bit ? [`${step.year} 年累计 ${wordMoney(step.max)}`] : [];
    case 'ceiling':
      // Without a base the sum is the ceiling itself, which the words 最高可至 already say.
      return step.max !== null && step.product !== null && step.product > step.to
        ? [`最高 ${wordMoney(step.max)}`]
        : [];
    default:
      return [];
  }
}

/** Limits that the sum reaches without being cut by them. */
function wordMet(step: Step): string[] {
  const isMet = (step.kind === 'own-limit' || step.kind === 'annual-cap') && step.from === toExact(step.max);
  return isMet ? wordBitten({ ...step, bit: true }) : [];
}

/** A space between a Chinese character and a digit. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}
