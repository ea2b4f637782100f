/** What a sentence of a clause states of awards, and whether two sentences state the same of the same. */
import { findFigures } from '../domain/figures.ts';
import type { AwardRule, CapRule, PolicyRule, Source } from '../model/rulebook.ts';
import type { ComparedNode } from './comparable.ts';
import { implies } from './conditions.ts';
import { foldToken } from './tokens.ts';

export interface Statement {
  /** whose sums it states, or restates */
  amounts: AwardRule[];
  /** of whose conditions it states some */
  terms: AwardRule[];
  /** the awards that a yearly cap stated in it counts */
  capped: AwardRule[];
}

interface Claim {
  what: keyof Statement;
  award: AwardRule;
  sources: readonly Source[];
}

export type Reader = (node: ComparedNode, anchor: string, text: string) => Statement;

/** Reads sentences by the words that the metadata of all policies quote. */
export function readerOf(policies: readonly PolicyRule[]): Reader {
  const awards = new Map(policies.flatMap((policy) => policy.awards.map((award) => [award.ref, award])));
  const caps = policies.flatMap((policy) => policy.caps);
  const claims = policies.flatMap((policy) => policy.awards.flatMap((award) => claimsOf(award, policy.caps)));
  return (node, anchor, text) => {
    const restated = node.restatements.flatMap(({ award: ref, source }): Claim[] => {
      const award = awards.get(ref);
      if (!award) return [];
      const sums = findFigures(source.quote).flatMap((figure) => (figure.kind === 'money' ? [figure.fen] : []));
      const capped = caps.some(({ ref: cap, max }) => award.caps.some((one) => one.cap === cap) && sums.includes(max));
      return [
        { what: 'amounts', award, sources: [source] },
        ...(capped ? [{ what: 'capped' as const, award, sources: [source] }] : []),
      ];
    });
    const said = [...claims, ...restated].filter(({ sources }) =>
      sources.some((one) => one.clause === node.id && one.anchor === anchor && holds(text, one.quote)),
    );
    const of = (kind: keyof Statement): AwardRule[] => [
      ...new Set(said.filter(({ what }) => what === kind).map(({ award }) => award)),
    ];
    return { amounts: of('amounts'), terms: of('terms'), capped: of('capped') };
  };
}

function claimsOf(award: AwardRule, caps: readonly CapRule[]): Claim[] {
  const counting = caps.filter(({ ref }) => award.caps.some(({ cap }) => cap === ref));
  return [
    { what: 'amounts', award, sources: [...award.sources, ...award.alternatives.flatMap(({ sources }) => sources)] },
    { what: 'capped', award, sources: counting.flatMap(({ sources }) => sources) },
    {
      what: 'terms',
      award,
      sources: [
        ...[...award.requires, ...award.except, ...award.conditions].flatMap(({ sources }) => sources),
        ...(award.threshold?.sources ?? []),
        ...(award.payee?.sources ?? []),
        ...(award.instalments?.sources ?? []),
      ],
    },
  ];
}

/** A quote may run over several sentences, or be part of one. */
function holds(text: string, quote: string): boolean {
  const [whole, part] = [foldToken(text), foldToken(quote)];
  return whole.includes(part) || part.includes(whole);
}

/** Awards of two policies for the same case: one of them for it alone, or for more. */
function forTheSame(a: readonly AwardRule[], b: readonly AwardRule[]): boolean {
  return a.some((one) =>
    b.some((other) => one.matter === other.matter && (implies(one.when, other.when) || implies(other.when, one.when))),
  );
}

/** From here on two sentences state the same sum or cap of the same. */
export const SAME_SUM = 0.8;

/**
 * How surely two sentences are each other's counterpart: 1 where both state what the same case gets, less where both state its yearly
 * cap, or one its sum and the other its conditions; 0 where metadata tell nothing, -1 where they state sums of different cases.
 */
export function kinship(a: Statement, b: Statement): number {
  if (forTheSame(a.amounts, b.amounts)) return 1;
  if (a.amounts.length > 0 && b.amounts.length > 0) return -1;
  if (forTheSame(a.capped, b.capped)) return SAME_SUM;
  if (isCap(a) || isCap(b)) return 0;
  // what a sentence gives tells what it is about better than a condition that holds for others too
  const about = ({ amounts, terms }: Statement): AwardRule[] => (amounts.length > 0 ? amounts : terms);
  return forTheSame(about(a), about(b)) ? 0.5 : 0;
}

/** States nothing of money but a yearly cap. */
export function isCap({ amounts, capped }: Statement): boolean {
  return amounts.length === 0 && capped.length > 0;
}
