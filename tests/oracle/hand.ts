import { evaluateByHand, type PolicyOutput } from './oracle.ts';
import type { ApplicantType, Matter, Project, ProjectOf, Scenario } from './scenario.ts';

/** Short forms for the hand-computed cases. */

let ids = 0;
export function on<M extends Matter>(date: string, matter: M, facts: ProjectOf<M>['facts']): Project {
  ids += 1;
  return { id: `p${ids}`, matter, date, facts } as Project;
}
export function evaluate(
  projects: Project[],
  readings: NonNullable<Scenario['readings']> = {},
  type: ApplicantType = 'enterprise',
): [PolicyOutput, PolicyOutput] {
  const [m, s] = evaluateByHand({ applicant: { type }, readings, projects }).policies;
  if (m === undefined || s === undefined) throw new Error('two policies expected');
  return [m, s];
}
/** One line an award: clause, year, determined + discretionary (before annual caps). */
export const lines = (p: PolicyOutput): string[] => [
  ...p.awards.map(
    (a) =>
      `${a.clause.split('/').slice(1).join('/')} ${a.year} ${a.determined}+${a.discretionary} (${a.beforeAnnualCaps})`,
  ),
  ...p.refused.map((r) => `${r.clause?.split('/').slice(1).join('/') ?? '-'} ${r.reason}`),
];
export const day = '2026-03-15';
export const device = (
  deviceClass: 'II' | 'III',
  rdInvestment: number,
  more: Partial<ProjectOf<'device-registration'>['facts']> = {},
): Project => on(day, 'device-registration', { deviceClass, rdInvestment, ...more });
