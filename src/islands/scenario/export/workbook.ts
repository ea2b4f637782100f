import { explainBindingLimit, explainPending, explainRefusal, explainSteps } from '../../../explain/index.ts';
import { APPLICANT_LABELS, DETERMINED, DISCRETIONARY, NOT_COVERED } from '../../../explain/words.ts';
import type { AwardResult } from '../../../engine/index.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { readAnswer } from '../../state/form-state.ts';
import { sumsOf, wordNothing } from '../../result/sums.ts';
import { nameOf } from '../state/scenario-form.ts';
import { groupByProject } from '../outcome/by-project.ts';
import { bold, integer, link, money, percent, sheetName, text, type Cell, type SheetOf } from './cells.ts';
import { papersOf, type Report } from './report.ts';

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

const heads = (...words: string[]): Cell[] => words.map(bold);

function namesOf({ form, rules }: Report): Map<string, string> {
  return new Map(form.projects.map((entry, at) => [entry.id, nameOf(entry, rules.matters, at)]));
}

function summary({ form, rules, outcomes, documents, certainty, notice, siteName, date, address }: Report): SheetOf {
  const years = [...new Set(outcomes.flatMap(({ result }) => result.years.map(({ year }) => year)))].sort();
  return {
    name: '汇总',
    widths: [30, 18, 18, 18, 18, 60],
    rows: [
      [bold(form.name || '测算')],
      [text('申报主体'), text(APPLICANT_LABELS[form.applicant])],
      [text('测算日期'), text(date)],
      [text('恢复这次测算'), link(address)],
      [text(`${siteName}。${notice}`)],
      [],
      heads('政策', `${DETERMINED}（元）`, `${DISCRETIONARY}（元）`, '各口径最少（元）', '各口径最多（元）', '文件'),
      ...outcomes.map(({ rule, result, range }) => {
        const document = documents.find(({ policy }) => policy === rule.id);
        return [
          text(rule.shortTitle),
          result.awards.length === 0 ? text(wordNothing(result, rules.reasons)) : money(sumsOf(result).determined),
          money(sumsOf(result).discretionary),
          ...(isBlank(result, range) ? blanks(2) : [money(range.min), money(range.max)]),
          text(`《${document?.title ?? rule.title}》（${document?.documentNumber ?? ''}）`),
        ];
      }),
      [],
      [text(certainty)],
      [],
      heads(
        '年份',
        ...outcomes.flatMap(({ rule }) => [
          `${rule.shortTitle} ${DETERMINED}（元）`,
          `${rule.shortTitle} ${DISCRETIONARY}（元）`,
        ]),
      ),
      ...years.map((year) => [
        integer(year),
        ...outcomes.flatMap(({ result }) => {
          const sums = result.years.find((one) => one.year === year);
          return [money(sums?.determined ?? null), money(sums?.discretionary ?? null)];
        }),
      ]),
    ],
  };
}

/** Nothing was worked out under any reading: that is no 0. */
function isBlank({ awards }: PolicyOutcome['result'], { max }: PolicyOutcome['range']): boolean {
  return awards.length === 0 && max === 0n;
}

function projects(report: Report): SheetOf {
  const { form, rules } = report;
  const names = namesOf(report);
  return {
    name: '项目',
    widths: [28, 32, 14, 24, 20, 10],
    rows: [
      heads('项目', '事项', '日期', '事实', '数值', '单位'),
      ...form.projects.flatMap((entry) => {
        const matter = rules.matters.find(({ id }) => id === entry.matter);
        const lead = [text(names.get(entry.id) ?? ''), text(matter?.title ?? entry.matter), text(entry.date)];
        const facts = (matter?.facts ?? []).flatMap((fact): Cell[][] => {
          const value = readAnswer(fact, entry.answers[fact.name] ?? null);
          const row = (label: string, cell: Cell, unit: string): Cell[] => [...lead, text(label), cell, text(unit)];
          if (value === null) return [row(fact.label, text('尚未填写'), '')];
          if (typeof value === 'bigint') return [row(fact.label, money(value), '元')];
          if (typeof value === 'boolean') return [row(fact.label, text(value ? '是' : '否'), '')];
          if (typeof value === 'string')
            return [
              row(
                fact.label,
                text(fact.kind === 'choice' ? (fact.options.find(({ id }) => id === value)?.label ?? value) : value),
                '',
              ),
            ];
          return value.map((sum, at) => row(`${fact.label} 第 ${at + 1} 年`, money(sum), '元'));
        });
        return facts.length === 0 ? [[...lead, null, null, null]] : facts;
      }),
    ],
  };
}

function policySheet(outcome: PolicyOutcome, report: Report): SheetOf {
  const { rule, result } = outcome;
  const { form, rules, absolute } = report;
  const names = namesOf(report);
  const grouped = groupByProject(result);
  const sums = sumsOf(result);
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
    ],
  };
}

/** Blank where no date was given. */
function yearCell(date: string): Cell {
  const year = Number(date.slice(0, 4));
  return year > 0 ? integer(year) : null;
}

const blanks = (count: number): null[] => Array.from({ length: count }, () => null);

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

function steps(report: Report): SheetOf {
  const names = namesOf(report);
  return {
    name: '计算步骤',
    widths: [14, 28, 8, 6, 90, 50],
    rows: [
      heads('政策', '项目', '年份', '步', '怎么算的', '出处链接'),
      ...report.outcomes.flatMap(({ rule, result }) =>
        result.awards.flatMap((award) =>
          explainSteps(award.steps).map((line, at): Cell[] => {
            const source = line.steps[0]?.sources[0];
            return [
              text(rule.shortTitle),
              text(names.get(award.project) ?? ''),
              integer(award.year),
              integer(at + 1),
              text(line.text),
              source ? link(report.absolute(source.url)) : null,
            ];
          }),
        ),
      ),
    ],
  };
}

function readings({ outcomes, form }: Report): SheetOf {
  return {
    name: '口径',
    widths: [14, 34, 24, 10, 24, 70],
    rows: [
      heads('政策', '疑义', '采用', '默认', '影响本次结果', '问题'),
      ...outcomes.flatMap(({ rule, result, switches }) =>
        rule.readings
          .filter(({ id }) => result.reached.includes(id))
          .map((reading): Cell[] => {
            const option = form.readings[reading.id] ?? reading.default;
            return [
              text(rule.shortTitle),
              text(reading.title),
              text(reading.options.find(({ id }) => id === option)?.label ?? option),
              text(option === reading.default ? '是' : '否'),
              text(switches.some((one) => one.reading.id === reading.id) ? '是' : '否'),
              text(reading.question),
            ];
          }),
      ),
    ],
  };
}

function caps({ outcomes, absolute }: Report): SheetOf {
  return {
    name: '年度上限',
    widths: [14, 30, 8, 16, 16, 50],
    rows: [
      heads('政策', '上限', '年份', '上限（元）', '已用（元）', '出处链接'),
      ...outcomes.flatMap(({ rule, result }) =>
        result.caps.map(({ cap, year, max, used }): Cell[] => [
          text(rule.shortTitle),
          text(cap.title),
          integer(year),
          money(max),
          money(used),
          cap.sources[0] ? link(absolute(cap.sources[0].url)) : null,
        ]),
      ),
    ],
  };
}

function papers(report: Report): SheetOf {
  const names = namesOf(report);
  return {
    name: '材料清单',
    widths: [14, 40, 16, 40, 40, 50],
    rows: [
      heads('政策', '责任单位', '条款', '材料', '用于项目', '出处链接'),
      ...report.outcomes.flatMap((outcome) =>
        papersOf(outcome, report.papers).flatMap(({ departments, clauses }) =>
          clauses.flatMap(({ label, url, projects: own, materials }) => {
            const lead = [text(outcome.rule.shortTitle), text(departments.join('、') || '条文没有写明'), text(label)];
            const needs = text(own.map((id) => names.get(id) ?? id).join('、'));
            if (materials.length === 0)
              return [[...lead, text('条文没有规定申报材料'), needs, link(report.absolute(url))]];
            return materials.map((material): Cell[] => [
              ...lead,
              text(material.text),
              needs,
              link(report.absolute(material.url)),
            ]);
          }),
        ),
      ),
    ],
  };
}
