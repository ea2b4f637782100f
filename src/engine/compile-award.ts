import type { AmountRule, AwardRule, FactRule, PolicyRule, Source } from '../model/rulebook.ts';
import type { Check, CompiledAward, CompiledMatter, OptionTests, Variant } from './compiled.ts';
import { compileTest } from './readings.ts';
import { APPLICANT_TYPE, NOT_IN_FORCE } from './reasons.ts';

/** @throws Error where the award names a fact, cap or reading that does not exist */
export function compileAward(
  rule: AwardRule,
  matter: CompiledMatter,
  policy: PolicyRule,
  ranks: ReadonlyMap<string, number>,
): CompiledAward {
  assertFacts(rule, matter);
  const test = (reading: AwardRule['reading']): OptionTests => compileTest(reading, policy.readings);
  const variants = [
    ...rule.alternatives.map((one) => compileVariant(one.amount, one.sources, test(one.reading), matter)),
    compileVariant(rule.amount, rule.sources, [], matter),
  ];
  const award = {
    rule,
    reading: test(rule.reading),
    when: rule.when,
    except: rule.except.map((one) => ({ when: one.when, reading: test(one.reading) })),
    checks: orderChecks(listChecks(rule, variants, test), ranks),
    variants,
    caps: rule.caps.map((one) => ({ cap: findCap(one.cap, policy), reading: test(one.reading) })),
    maxYears: rule.instalments?.years ?? null,
  };
  return { ...award, touches: listReadings(award) };
}

function compileVariant(
  amount: AmountRule,
  sources: readonly Source[],
  reading: OptionTests,
  matter: CompiledMatter,
): Variant {
  const base = amount.kind === 'share' || amount.kind === 'match' ? matter.facts.get(amount.of) : undefined;
  const reason = base?.kind === 'money' ? base.whenZero : null;
  return { reading, amount, sources, zeroBase: base && reason !== null ? { fact: base.name, reason } : null };
}

function listChecks(
  rule: AwardRule,
  variants: readonly Variant[],
  test: (reading: AwardRule['reading']) => OptionTests,
): Check[] {
  const { threshold } = rule;
  return [
    { kind: 'in-force', reason: NOT_IN_FORCE },
    { kind: 'applicant', reason: APPLICANT_TYPE, types: rule.applicants },
    ...rule.requires.map((one): Check => ({
      ...one,
      kind: 'requirement',
      reading: test(one.reading),
      sources: one.sources,
    })),
    ...(threshold ? [{ ...threshold, kind: 'threshold', min: BigInt(threshold.min) } satisfies Check] : []),
    ...variants.flatMap((variant): Check[] =>
      variant.zeroBase ? [{ kind: 'zero-base', ...variant.zeroBase, variant }] : [],
    ),
  ];
}

function orderChecks(checks: Check[], ranks: ReadonlyMap<string, number>): Check[] {
  const rank = (check: Check): number => ranks.get(check.reason) ?? ranks.size;
  return checks.sort((a, b) => rank(a) - rank(b));
}

function listReadings(award: Omit<CompiledAward, 'touches'>): number[] {
  const tests: OptionTests[] = [
    award.reading,
    ...award.except.map((one) => one.reading),
    ...award.checks.map((one) => (one.kind === 'requirement' ? one.reading : [])),
    ...award.variants.map((one) => one.reading),
    ...award.caps.map((one) => one.reading),
  ];
  return [...new Set(tests.flat().map((one) => one.reading))];
}

function findCap(ref: string, policy: PolicyRule): number {
  const number = policy.caps.findIndex((cap) => cap.ref === ref);
  if (number < 0) throw new Error(`Rule book: no annual cap “${ref}”`);
  return number;
}

function assertFacts(rule: AwardRule, matter: CompiledMatter): void {
  const conditions = [...rule.when, ...rule.except.flatMap((one) => one.when)];
  const needed: [string, readonly FactRule['kind'][]][] = [
    ...conditions.map(({ fact, test }): [string, FactRule['kind'][]] => [
      fact,
      test === 'any-of' ? ['choice', 'boolean'] : ['money', 'money-list'],
    ]),
    ...rule.requires.map((one): [string, FactRule['kind'][]] => [one.fact, ['choice', 'boolean']]),
    ...(rule.threshold ? [[rule.threshold.fact, ['money']] as [string, FactRule['kind'][]]] : []),
    ...[rule.amount, ...rule.alternatives.map((one) => one.amount)]
      .flatMap(listAmountFacts)
      .map((fact): [string, FactRule['kind'][]] => [fact, ['money', 'money-list']]),
  ];
  for (const [fact, kinds] of needed) {
    const kind = matter.facts.get(fact)?.kind;
    if (!kind || !kinds.includes(kind)) {
      throw new Error(`Rule book: ${rule.ref} needs fact “${fact}” (${kinds.join(' or ')}) of ${rule.matter}`);
    }
  }
}

/** The money facts that an amount is worked out from. */
export function listAmountFacts(amount: AmountRule): string[] {
  switch (amount.kind) {
    case 'share':
      return [amount.of];
    case 'match':
      return amount.jointCeiling ? [amount.of, amount.jointCeiling.of] : [amount.of];
    case 'fixed':
      return [];
    case 'up-to':
      return amount.of === null ? [] : [amount.of];
  }
}
