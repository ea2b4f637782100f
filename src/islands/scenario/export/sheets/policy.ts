import type { AwardResult } from '../../../../engine/index.ts';
import { explainAfterEnd, explainBindingLimit, explainPending, explainRefusal } from '../../../../explain/index.ts';
import { DETERMINED, DISCRETIONARY, NOT_COVERED } from '../../../../explain/words.ts';
import type { PolicyOutcome } from '../../../calculator/calculate.ts';
import { sumsOf } from '../../../result/sums.ts';
import { groupByProject } from '../../outcome/by-project.ts';
import {
  blanks,
  bold,
  heads,
  integer,
  link,
  money,
  percent,
  sheetName,
  text,
  type Cell,
  type SheetOf,
} from '../cells.ts';
import { namesOf, type Report } from '../report.ts';

/** A policy's own sheet: a row an award of a year, a refusal or what is still open; sums in 元. */
export function policySheet(outcome: PolicyOutcome, report: Report): SheetOf {
  const { rule, result } = outcome;
  const { form, rules, absolute } = report;
  const names = namesOf(report);
  const grouped = groupByProject(result);
  const sums = sumsOf(result);
  const after = explainAfterEnd(result.awards, rule.validity);
  const rows = form.projects.flatMap((entry): Cell[][] => {
    const one = grouped.get(entry.id);
    const matter = rules.matters.find(({ id }) => id === entry.matter);
    const lead = [text(names.get(entry.id) ?? ''), text(entry.date)];
    return [
      ...(one?.awards ?? []).map((award) => [...lead, ...awardCells(award, outcome, absolute)]),
      ...(one?.refused
        ? [
            [
              ...lead,
              yearCell(entry.date),
              text(rules.reasons.find(({ id }) => id === one.refused?.reason)?.label ?? NOT_COVERED),
              ...blanks(8),
              money(0n),
              money(0n),
              text(explainRefusal(one.refused)),
              one.refused.rule ? link(absolute(one.refused.rule.clauseUrl)) : null,
            ],
          ]
        : []),
      ...(one?.pending && matter ? [[...lead, null, text(explainPending(one.pending, matter)), ...blanks(12)]] : []),
    ];
  });
  return {
    name: sheetName(rule.shortTitle),
    widths: [28, 12, 8, 26, 14, 16, 16, 10, 14, 16, 16, 16, 16, 16, 40, 50],
    rows: [
      heads(
        '项目',
        '日期',
        '年份',
        '扶持项',
        '条款',
        '基数',
        '基数（元）',
        '比例',
        '单项上限（元）',
        '年度上限（元）',
        '年度上限前（元）',
        '受限于',
        `${DETERMINED}（元）`,
        `${DISCRETIONARY}（元）`,
        '说明',
        '条款链接',
      ),
      ...rows,
      [bold('合计'), ...blanks(11), money(sums.determined), money(sums.discretionary), null, null],
      ...(after === null ? [] : [[text(after)]]),
    ],
  };
}

/** Blank where no date was given. */
function yearCell(date: string): Cell {
  const year = Number(date.slice(0, 4));
  return year > 0 ? integer(year) : null;
}

function awardCells(award: AwardResult, { result }: PolicyOutcome, absolute: (url: string) => string): Cell[] {
  const { rule, steps: trace } = award;
  const base = trace.find((step) => step.kind === 'share' || step.kind === 'match' || step.kind === 'ceiling');
  const figure = base && 'base' in base ? base.base : null;
  const rate =
    base?.kind === 'match' ? base.ratio : base?.kind === 'share' || base?.kind === 'ceiling' ? base.rate : null;
  const own = trace.find((step) => step.kind === 'own-limit');
  const max = own?.kind === 'own-limit' ? own.max : base?.kind === 'ceiling' ? base.max : null;
  const cap = result.caps.find(
    (usage) =>
      usage.year === award.year &&
      rule.caps.some((one) => one.cap === usage.cap.ref || usage.pooledWith.some(({ ref }) => ref === one.cap)),
  );
  return [
    integer(award.year),
    text(rule.title),
    text(rule.clauseLabel),
    text(figure?.label ?? (rule.amount.kind === 'fixed' ? '定额' : '')),
    money(figure?.sum ?? null),
    percent(rate),
    money(max),
    money(cap?.max ?? null),
    money(award.beforeAnnualCaps),
    text(explainBindingLimit(trace).text),
    money(award.determined),
    money(award.discretionary),
    text(rule.conditions.length === 0 ? '' : `须自行确认：${rule.conditions.map(({ note }) => note).join('；')}`),
    link(absolute(rule.clauseUrl)),
  ];
}
