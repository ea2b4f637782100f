import type { SheetOf } from './cells.ts';
import type { Report } from './report.ts';
import { caps } from './sheets/caps.ts';
import { papers } from './sheets/papers.ts';
import { policySheet } from './sheets/policy.ts';
import { projects } from './sheets/projects.ts';
import { readings } from './sheets/readings.ts';
import { steps } from './sheets/steps.ts';
import { summary } from './sheets/summary.ts';

/** The whole report as sheets: a summary, the projects, a sheet a policy, steps, readings, caps, papers. */
export function sheetsOf(report: Report): SheetOf[] {
  return [
    summary(report),
    projects(report),
    ...report.outcomes.map((outcome) => policySheet(outcome, report)),
    steps(report),
    readings(report),
    caps(report),
    papers(report),
  ];
}
