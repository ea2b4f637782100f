import { FinerNumber } from '../../domain/exact-json.ts';
import { fenFromYuan, LARGEST_YUAN } from '../../domain/money.ts';
import type { FactRule } from '../../model/rulebook.ts';
import type { CompiledMatter } from '../compiled.ts';
import type { FactValue, Facts } from '../scenario-types.ts';
import { echo, listAllowed, type Place } from './faults.ts';
import { own, readObject, refuseOtherKeys } from './values.ts';

/**
 * Reads the facts of one project.
 * @param partial a fact that is null or undefined, or required and left out, is unknown instead of a fault
 */
export function readFacts(value: unknown, matter: CompiledMatter, place: Place, partial: boolean): Facts {
  const facts = new Map<string, FactValue | null>();
  const object = value === undefined && partial ? {} : readObject(value, place, '事实 facts（没有可填的写 {}）');
  if (object === null) return facts;
  refuseOtherKeys(object, [...matter.facts.keys()], place);
  for (const fact of matter.facts.values()) {
    const given = own(object, fact.name);
    const blank = given === undefined || given === null;
    if (!Object.hasOwn(object, fact.name)) facts.set(fact.name, readAbsent(fact, place.at(fact.name), partial));
    else if (blank && partial) facts.set(fact.name, null);
    else facts.set(fact.name, readFact(fact, given, place.at(fact.name), partial));
  }
  return facts;
}

function readAbsent(fact: FactRule, place: Place, partial: boolean): FactValue | null {
  if (fact.default !== null) return fact.kind === 'money' ? BigInt(fact.default) : fact.default;
  if (!partial) place.report(`缺少必填的“${fact.label}”：${describeAllowed(fact)}`);
  return null;
}

function readFact(fact: FactRule, value: unknown, place: Place, partial: boolean): FactValue | null {
  switch (fact.kind) {
    case 'money':
      return readSum(value, place, fact.label);
    case 'money-list':
      return readSums(fact, value, place, partial);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'choice':
      if (typeof value === 'string' && fact.options.some((option) => option.id === value)) return value;
      break;
  }
  place.report(`“${fact.label}”不能是 ${echo(value)}：${describeAllowed(fact)}`);
  return null;
}

const SUM = `不带引号的金额，单位为元，0 至 ${LARGEST_YUAN}，最多两位小数`;

function readSum(value: unknown, place: Place, label: string): bigint | null {
  const problem = findFaultOfSum(value);
  if (problem === null) return BigInt(fenFromYuan(value as number) ?? 0);
  place.report(`“${label}”${problem}：须为${SUM}`);
  return null;
}

function findFaultOfSum(value: unknown): string | null {
  if (value instanceof FinerNumber) return `比两位小数更细，或大得写不准（${value.literal.slice(0, 40)}）`;
  if (typeof value !== 'number') return `不能是 ${echo(value)}`;
  if (!Number.isFinite(value)) return '不是有限的数';
  if (value < 0) return `不能为负（${value}）`;
  if (value > LARGEST_YUAN) return `超过 1 万亿元（${value}）`;
  return fenFromYuan(value) === null ? `的小数超过两位（${value}）` : null;
}

function readSums(
  fact: FactRule & { kind: 'money-list' },
  value: unknown,
  place: Place,
  partial: boolean,
): readonly bigint[] | null {
  if (!Array.isArray(value)) {
    place.report(`“${fact.label}”不能是 ${echo(value)}：${describeAllowed(fact)}`);
    return null;
  }
  if (value.length < fact.min || value.length > fact.max) {
    place.report(`“${fact.label}”有 ${value.length} 项：${describeAllowed(fact)}`);
    // One fault says it; a list of a million entries must not make a million more.
    if (value.length > fact.max) return null;
  }
  const sums: (bigint | null)[] = [];
  for (const [at, one] of (value as unknown[]).entries()) {
    const blank = partial && (one === null || one === undefined);
    sums.push(blank ? null : readSum(one, place.at(at), fact.label));
  }
  return sums.every((one) => one !== null) ? sums : null;
}

/** What may be given for a fact. */
function describeAllowed(fact: FactRule): string {
  switch (fact.kind) {
    case 'money':
      return `须为${SUM}`;
    case 'money-list':
      return `须为 ${fact.min} 至 ${fact.max} 个金额的数组，每年一个（单位为元）`;
    case 'boolean':
      return '须为 true 或 false';
    case 'choice':
      return `可选：${listAllowed(fact.options.map((option) => option.id))}`;
  }
}
