import { judgeMinhang } from './minhang.ts';
import {
  minhangReadings,
  songjiangReadings,
  type MinhangReadings,
  type Scenario,
  type SongjiangReadings,
} from './scenario.ts';
import { yuanText, type Fen, type Judge, type Reason } from './shared.ts';
import { judgeSongjiang } from './songjiang.ts';

/** The JSON of scenario.md without `steps` and `support`; every sum is a decimal string of yuan. */
export interface Sums {
  determined: string;
  discretionary: string;
}
export interface OutputAward extends Sums {
  project: string;
  clause: string;
  year: number;
  beforeAnnualCaps: string;
}
export interface OutputRefusal {
  project: string;
  clause: string | null;
  reason: Reason;
}
export interface PolicyOutput extends Sums {
  policy: 'minhang-2025' | 'songjiang-2025';
  range: { min: string; max: string };
  years: Record<string, Sums>;
  awards: OutputAward[];
  refused: OutputRefusal[];
}
export interface Output {
  policies: PolicyOutput[];
}

interface Result {
  determined: Fen;
  discretionary: Fen;
  years: Map<number, { determined: Fen; discretionary: Fen }>;
  awards: OutputAward[];
  refused: OutputRefusal[];
}

/** Judges the projects in order and spends the annual caps in that order. */
function settle(scenario: Scenario, judge: Judge): Result {
  const result: Result = { determined: 0n, discretionary: 0n, years: new Map(), awards: [], refused: [] };
  const spent = new Map<string, Fen>();
  for (const project of scenario.projects) {
    const verdict = judge(project, scenario.applicant.type);
    for (const award of verdict.awards) {
      let { determined, discretionary } = award;
      if (award.pool !== null) {
        const key = `${award.pool.name} ${award.year}`;
        let left = award.pool.cap - (spent.get(key) ?? 0n);
        determined = determined < left ? determined : left;
        left -= determined;
        discretionary = discretionary < left ? discretionary : left;
        spent.set(key, (spent.get(key) ?? 0n) + determined + discretionary);
      }
      result.awards.push({
        project: project.id,
        clause: award.clause,
        year: award.year,
        determined: yuanText(determined),
        discretionary: yuanText(discretionary),
        beforeAnnualCaps: yuanText(award.determined + award.discretionary),
      });
      const year = result.years.get(award.year) ?? { determined: 0n, discretionary: 0n };
      result.years.set(award.year, {
        determined: year.determined + determined,
        discretionary: year.discretionary + discretionary,
      });
      result.determined += determined;
      result.discretionary += discretionary;
    }
    if (verdict.refusal !== null) result.refused.push({ project: project.id, ...verdict.refusal });
  }
  return result;
}

function minhangCombinations(given: Partial<MinhangReadings>): MinhangReadings[] {
  const all: MinhangReadings[] = [];
  for (const ivd of minhangReadings['minhang-2025/ivd-class-iii-cap'])
    for (const annual of minhangReadings['minhang-2025/device-annual-cap'])
      for (const phase of minhangReadings['minhang-2025/phase-iii'])
        for (const drugs of minhangReadings['minhang-2025/other-drugs'])
          all.push({
            'minhang-2025/ivd-class-iii-cap': given['minhang-2025/ivd-class-iii-cap'] ?? ivd,
            'minhang-2025/device-annual-cap': given['minhang-2025/device-annual-cap'] ?? annual,
            'minhang-2025/phase-iii': given['minhang-2025/phase-iii'] ?? phase,
            'minhang-2025/other-drugs': given['minhang-2025/other-drugs'] ?? drugs,
          });
  return all;
}

function songjiangCombinations(given: Partial<SongjiangReadings>): SongjiangReadings[] {
  const all: SongjiangReadings[] = [];
  for (const annual of songjiangReadings['songjiang-2025/device-annual-cap'])
    for (const others of songjiangReadings['songjiang-2025/other-devices'])
      for (const overseas of songjiangReadings['songjiang-2025/overseas-annual-cap'])
        for (const scope of songjiangReadings['songjiang-2025/certification-scope'])
          all.push({
            'songjiang-2025/device-annual-cap': given['songjiang-2025/device-annual-cap'] ?? annual,
            'songjiang-2025/other-devices': given['songjiang-2025/other-devices'] ?? others,
            'songjiang-2025/overseas-annual-cap': given['songjiang-2025/overseas-annual-cap'] ?? overseas,
            'songjiang-2025/certification-scope': given['songjiang-2025/certification-scope'] ?? scope,
          });
  return all;
}

/** The first of the results is the one asked for: the default of every reading comes first. */
function report(policy: PolicyOutput['policy'], results: Result[]): PolicyOutput {
  const asked = results[0];
  if (asked === undefined) throw new Error('unreachable: no combination of readings');
  let min = asked.determined;
  let max = asked.determined;
  for (const { determined } of results) {
    if (determined < min) min = determined;
    if (determined > max) max = determined;
  }
  const years: Record<string, Sums> = {};
  for (const [year, sums] of [...asked.years].sort(([a], [b]) => a - b)) {
    years[String(year)] = { determined: yuanText(sums.determined), discretionary: yuanText(sums.discretionary) };
  }
  return {
    policy,
    determined: yuanText(asked.determined),
    discretionary: yuanText(asked.discretionary),
    range: { min: yuanText(min), max: yuanText(max) },
    years,
    awards: asked.awards,
    refused: asked.refused,
  };
}

/** What both policies give a valid scenario. */
export function evaluateByHand(scenario: Scenario): Output {
  const given = scenario.readings ?? {};
  const minhang = minhangCombinations(given).map((readings) =>
    settle(scenario, (project, who) => judgeMinhang(project, who, readings)),
  );
  const songjiang = songjiangCombinations(given).map((readings) =>
    settle(scenario, (project, who) => judgeSongjiang(project, who, readings)),
  );
  return { policies: [report('minhang-2025', minhang), report('songjiang-2025', songjiang)] };
}

const sumKeys = new Set(['determined', 'discretionary', 'min', 'max', 'beforeAnnualCaps']);

/** The output of another implementation in the oracle's form: no `steps`, no `support`, sums as strings. */
export function comparable(output: unknown): unknown {
  if (Array.isArray(output)) return output.map(comparable);
  if (typeof output !== 'object' || output === null) return output;
  const entries = Object.entries(output)
    .filter(([key]) => key !== 'steps' && key !== 'support')
    .map(
      ([key, value]: [string, unknown]) =>
        [key, sumKeys.has(key) && typeof value === 'number' ? String(value) : comparable(value)] as const,
    );
  return Object.fromEntries(entries);
}
