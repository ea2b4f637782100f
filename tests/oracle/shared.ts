import type { ApplicantType, Project } from './scenario.ts';

/** Money is a bigint of 分. A percentage of it is kept exact in hundredths of a 分 until it is rounded. */
export type Fen = bigint;
export type Exact = bigint;

/** A JSON number of yuan with at most two decimals, as 分. */
export function fen(yuan: number): Fen {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(yuan));
  if (match === null) throw new Error(`not an amount with at most two decimals: ${yuan}`);
  return BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** 万元 as an exact sum, and as 分 for an annual cap. */
export const wan = (n: number): Exact => BigInt(n) * 10_000n * 100n * 100n;
export const wanFen = (n: number): Fen => BigInt(n) * 10_000n * 100n;

export const percent = (rate: number, yuan: number): Exact => fen(yuan) * BigInt(rate);
export const least = (a: Exact, b: Exact): Exact => (a < b ? a : b);
export const roundHalfUp = (x: Exact): Fen => (x + 50n) / 100n;

/** 按市级支持资金 1:1 配套，市区两级支持合计不超过研发投入的 50%. */
export function matchedWithinHalf(municipalSupport: number, rdInvestment: number): Exact {
  const room = percent(50, rdInvestment) - percent(100, municipalSupport);
  const award = least(percent(100, municipalSupport), room);
  return award < 0n ? 0n : award;
}

/** 分 as a decimal string of yuan: "500000", "0.5". */
export function yuanText(sum: Fen): string {
  const cents = String(sum % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return cents === '' ? String(sum / 100n) : `${sum / 100n}.${cents}`;
}

export type Reason =
  | 'not-covered'
  | 'not-in-force'
  | 'applicant-type'
  | 'related-parties'
  | 'below-threshold'
  | 'not-produced'
  | 'not-sold-locally'
  | 'no-municipal-support'
  | 'years-exhausted';

/** An award before annual caps; `pool` names the annual cap that it spends, if any. */
export interface Award {
  clause: string;
  year: number;
  determined: Fen;
  discretionary: Fen;
  pool: { name: string; cap: Fen } | null;
}
export interface Refusal {
  clause: string | null;
  reason: Reason;
}
/** What a policy says of one project. A long joint lab has both awards and a refusal. */
export interface Verdict {
  awards: Award[];
  refusal: Refusal | null;
}
export type Judge = (project: Project, applicant: ApplicantType) => Verdict;

export const refuse = (clause: string | null, reason: Reason): Verdict => ({ awards: [], refusal: { clause, reason } });
export const notCovered: Verdict = refuse(null, 'not-covered');

/** The conditions of a clause; what a clause does not ask for is left out and holds. */
export interface Conditions {
  inForce: boolean;
  applicant: boolean;
  unrelated?: boolean;
  reachesThreshold?: boolean;
  produced?: boolean;
  soldLocally?: boolean;
  municipalSupport?: boolean;
}

/** The first condition that fails, in the order of scenario.md. */
export function failure(c: Conditions): Reason | null {
  if (!c.inForce) return 'not-in-force';
  if (!c.applicant) return 'applicant-type';
  if (c.unrelated === false) return 'related-parties';
  if (c.reachesThreshold === false) return 'below-threshold';
  if (c.produced === false) return 'not-produced';
  if (c.soldLocally === false) return 'not-sold-locally';
  if (c.municipalSupport === false) return 'no-municipal-support';
  return null;
}

/** One clause that covers a case: its conditions, and what it gives if they hold. */
export interface Candidate {
  clause: string;
  conditions: Conditions;
  determined?: Exact;
  discretionary?: Exact;
  annual?: { name: string; cap: Fen };
}

/** Of the candidates, in the order of their numbers, the highest one that pays; else the refusal of the first. */
export function decide(year: number, candidates: Candidate[]): Verdict {
  let best: Award | null = null;
  for (const c of candidates) {
    if (failure(c.conditions) !== null) continue;
    const award: Award = {
      clause: c.clause,
      year,
      determined: roundHalfUp(c.determined ?? 0n),
      discretionary: roundHalfUp(c.discretionary ?? 0n),
      pool: c.annual ?? null,
    };
    const higher = best === null || award.determined + award.discretionary > best.determined + best.discretionary;
    if (higher) best = award;
  }
  if (best !== null) return { awards: [best], refusal: null };
  const first = candidates[0];
  if (first === undefined) return notCovered;
  const reason = failure(first.conditions);
  if (reason === null) throw new Error('unreachable: the first candidate pays');
  return refuse(first.clause, reason);
}
