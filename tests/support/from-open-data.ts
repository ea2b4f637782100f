/** What awards apply to a project and what they pay before annual caps, told from /data/awards.json and /data/policies.json alone. */
import type { AwardRecord } from '../../src/data/awards.ts';
import type { PolicyRecord } from '../../src/data/policies.ts';

export interface DataProject {
  matter: string;
  date: string;
  applicant: string;
  /** sums in 分 */
  facts: ReadonlyMap<string, unknown>;
  /** options taken, "reading=option" */
  taken: ReadonlySet<string>;
}

type Amount = Pick<AwardRecord, 'kind' | 'base' | 'rate' | 'sum' | 'max' | 'jointCeiling' | 'jointCeilingOf'>;

/** "reading=option" of each reading, as the policy presets it or as it is named. */
export function optionsTaken(policies: readonly PolicyRecord[], named: ReadonlyMap<string, string>): Set<string> {
  return new Set(
    policies.flatMap(({ readings }) => readings.map((one) => `${one.id}=${named.get(one.id) ?? one.default}`)),
  );
}

/** Awards whose case the project is and whose conditions it meets, in order. */
export function applicable(awards: readonly AwardRecord[], policy: PolicyRecord, project: DataProject): AwardRecord[] {
  const { date, facts, taken } = project;
  const under = (options: readonly string[]): boolean => options.every((one) => taken.has(one));
  const all = (conditions: readonly string[]): boolean => conditions.every((one) => meets(one, facts));
  const begin = policy.appliesFrom ?? policy.effective;
  if (date < begin || (policy.expires !== null && date > policy.expires)) return [];
  return awards.filter(
    (award) =>
      award.policy === policy.id &&
      award.matter === project.matter &&
      (award.from === null || date >= award.from) &&
      (award.until === null || date <= award.until) &&
      under(award.onlyUnder) &&
      all(award.when) &&
      !award.except.some((one) => under(one.under) && all(one.when)) &&
      award.applicants.includes(project.applicant) &&
      award.requirements.every((one) => !under(one.under) || meets(one.fact, facts)) &&
      (award.thresholdOf === null || sumOf(facts.get(award.thresholdOf)) >= fen(award.threshold ?? 0)),
  );
}

/** What is paid in each year before annual caps, in 分: of several awards the highest, on a tie the first. */
export function paidBeforeCaps(awards: readonly AwardRecord[], { date, facts, taken }: DataProject): string[] {
  const amounts = awards.map((award) => ({
    award,
    amount: award.alternatives.find(({ under }) => under.every((one) => taken.has(one))) ?? award,
  }));
  const asked = amounts.map(({ award, amount }) =>
    Math.min(countYears(amount, facts), award.years ?? (award.once ? 1 : Infinity)),
  );
  return Array.from({ length: Math.max(0, ...asked) }, (_, nth) => {
    const sums = amounts.flatMap(({ award, amount }, at) =>
      nth < (asked[at] ?? 0) ? [{ award, sum: pay(amount, facts, nth) }] : [],
    );
    const best = sums.reduce((most, one) => (one.sum > most.sum ? one : most));
    return { ...best, year: Number(date.slice(0, 4)) + nth };
  }).flatMap(({ award, sum, year }) => (sum > 0n ? [`${award.id} ${year} ${sum}`] : []));
}

/** "a=b|c", "a>0", "a=0" */
function meets(condition: string, facts: ReadonlyMap<string, unknown>): boolean {
  const [, fact = '', sign, values = ''] = /^(\w+)([=>])(.*)$/.exec(condition) ?? [];
  const value = facts.get(fact);
  if (sign === '>') return sumOf(value) > 0n;
  if (typeof value === 'bigint' || Array.isArray(value)) return sumOf(value) === BigInt(values);
  return values.split('|').includes(String(value));
}

function countYears({ base, jointCeilingOf }: Amount, facts: ReadonlyMap<string, unknown>): number {
  const lists = [base, jointCeilingOf].map((name) => facts.get(name ?? '')).filter((one) => Array.isArray(one));
  return lists[0]?.length ?? 1;
}

function pay(amount: Amount, facts: ReadonlyMap<string, unknown>, nth: number): bigint {
  const at = (name: string): bigint => {
    const value = facts.get(name);
    return Array.isArray(value) ? ((value as bigint[])[nth] ?? 0n) : sumOf(value);
  };
  if (amount.sum !== null) return fen(amount.sum);
  const limits = [
    ...(amount.base === null ? [] : [at(amount.base) * ppm(amount.rate)]),
    ...(amount.jointCeilingOf === null
      ? []
      : [at(amount.jointCeilingOf) * ppm(amount.jointCeiling) - at(amount.base ?? '') * ppm(1)]),
    ...(amount.max === null ? [] : [fen(amount.max) * ppm(1)]),
  ];
  const least = limits.reduce((least, one) => (one < least ? one : least));
  return least <= 0n ? 0n : (least * 2n + ppm(1)) / (2n * ppm(1));
}

function sumOf(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  return Array.isArray(value) ? (value as bigint[]).reduce((sum, one) => sum + one, 0n) : 0n;
}

const fen = (yuan: number): bigint => BigInt(Math.round(yuan * 100));
const ppm = (fraction: number | null): bigint => BigInt(Math.round((fraction ?? 0) * 1_000_000));
