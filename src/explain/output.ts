/** The JSON of scenario.md. Sums are exact number literals of yuan, whatever their size. */
import { yuanLiteral } from '../domain/money.ts';
import type { AwardResult, Evaluation, PolicyResult, Refusal } from '../engine/evaluation.ts';
import { explainSteps } from './steps.ts';

/** A value of the output: a bigint is a sum in 分. */
type Value = string | number | bigint | null | readonly Value[] | { readonly [key: string]: Value };

/** @param indent spaces a level; 0 writes one line */
export function writeEvaluation(evaluation: Evaluation, indent = 0): string {
  return write({ policies: evaluation.policies.map(describePolicy) }, indent, '');
}

function describePolicy(result: PolicyResult): Value {
  const { policy, determined, discretionary, range } = result;
  return {
    policy,
    determined,
    discretionary,
    range: { min: range.min, max: range.max },
    years: Object.fromEntries(
      result.years.map((one) => [String(one.year), { determined: one.determined, discretionary: one.discretionary }]),
    ),
    awards: result.awards.map(describeAward),
    refused: result.refused.map(describeRefusal),
  };
}

function describeAward(award: AwardResult): Value {
  const { project, clause, support, year, determined, discretionary, beforeAnnualCaps } = award;
  const steps = explainSteps(award.steps).map((line) => line.text);
  return { project, clause, support, year, determined, discretionary, beforeAnnualCaps, steps };
}

function describeRefusal({ project, clause, reason }: Refusal): Value {
  return { project, clause, reason };
}

function write(value: Value, indent: number, margin: string): string {
  if (typeof value === 'bigint') return yuanLiteral(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = margin + ' '.repeat(indent);
  const colon = indent > 0 ? ': ' : ':';
  const isList = Array.isArray(value);
  const items = isList
    ? (value as readonly Value[]).map((one) => write(one, indent, inner))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}${colon}${write(one, indent, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (items.length === 0) return `${open}${close}`;
  if (indent === 0) return `${open}${items.join(',')}${close}`;
  return `${open}\n${items.map((one) => inner + one).join(',\n')}\n${margin}${close}`;
}
