import { explainAfterEnd, explainPending, explainReason, explainSteps, wordMoney } from '../../../explain/index.ts';
import { APPLICANT_LABELS, DETERMINED, DISCRETIONARY } from '../../../explain/words.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { readAnswer } from '../../state/form-state.ts';
import { labelOf, wordResult } from '../../result/sums.ts';
import type { Report } from '../export/report.ts';
import { groupByProject } from '../outcome/by-project.ts';
import { nameOf, type ProjectEntry } from '../state/scenario-form.ts';

/** What goes on paper: every base, rate, cap, reading, clause, address and date. Rendered only while printing. */
export function PrintReport({ report }: { report: Report }) {
  const { form, rules, outcomes, documents, certainty, notice, siteName, date, address } = report;
  return (
    <section className="print-report">
      <h2>{form.name || '测算'}</h2>
      <p>
        申报主体：{APPLICANT_LABELS[form.applicant]}。测算日期：{date}。{siteName}，{notice}。
      </p>
      <ul className="print-totals">
        {outcomes.map(({ rule, result, range }) => (
          <li key={rule.id}>
            <b>
              {rule.shortTitle}：{wordResult(result, rules.reasons)}
            </b>
            {range.min !== range.max && `；各口径 ${wordMoney(range.min)} 至 ${wordMoney(range.max)}`}
            {result.years.length > 1 &&
              `；${result.years.map(({ year, determined, discretionary }) => `${year} 年 ${wordMoney(determined)}${discretionary > 0n ? `＋最高 ${wordMoney(discretionary)}` : ''}`).join('，')}`}
          </li>
        ))}
        <li>{certainty}。</li>
      </ul>
      <h3>项目</h3>
      <ol>
        {form.projects.map((entry, at) => (
          <li key={entry.id}>
            <b>{nameOf(entry, rules.matters, at)}</b>：{wordFacts(entry, report)}
          </li>
        ))}
      </ol>
      {outcomes.map((outcome) => (
        <PolicyPart
          key={outcome.rule.id}
          outcome={outcome}
          report={report}
          document={documents.find(({ policy }) => policy === outcome.rule.id)}
        />
      ))}
      <p className="print-address">恢复这次测算：{address}</p>
    </section>
  );
}

function PolicyPart({
  outcome,
  report,
  document,
}: {
  outcome: PolicyOutcome;
  report: Report;
  document: Report['documents'][number] | undefined;
}) {
  const { rule, result } = outcome;
  const { form, rules, absolute } = report;
  const grouped = groupByProject(result);
  const after = explainAfterEnd(result.awards, rule.validity);
  const clauses = new Map(
    [...result.awards, ...result.refused].flatMap((one) =>
      one.rule ? [[one.rule.clauseLabel, one.rule.clauseUrl] as const] : [],
    ),
  );
  const readings = rule.readings.filter(({ id }) => result.reached.includes(id));
  return (
    <section>
      <h3>
        {rule.shortTitle}：《{document?.title ?? rule.title}》（{document?.documentNumber}）
      </h3>
      <ol>
        {form.projects.map((entry, at) => {
          const one = grouped.get(entry.id);
          const matter = rules.matters.find(({ id }) => id === entry.matter);
          return (
            <li key={entry.id}>
              <b>{nameOf(entry, rules.matters, at)}</b>
              {one?.awards.map((award) => (
                <span key={award.year}>
                  {' '}
                  {award.year} 年{' '}
                  {award.rule.amount.kind === 'up-to'
                    ? `${DISCRETIONARY} ${wordMoney(award.discretionary)}`
                    : `${DETERMINED} ${wordMoney(award.determined)}`}
                  （{award.rule.clauseLabel}
                  {award.rule.title}）。
                  {explainSteps(award.steps)
                    .map(({ text }) => text)
                    .join('；')}
                  。
                  {award.rule.conditions.length > 0 &&
                    `须自行确认：${award.rule.conditions.map(({ note }) => note).join('')}`}
                </span>
              ))}
              {one?.refused && ` ${explainReason(one.refused, labelOf(one.refused, rules.reasons))}。`}
              {one?.pending && matter && ` ${explainPending(one.pending, matter)}。`}
            </li>
          );
        })}
      </ol>
      {after !== null && <p>{after}</p>}
      {result.caps.length > 0 && (
        <p>
          年度上限：
          {result.caps
            .map(
              ({ cap, year, used, max }) =>
                `${year} 年${cap.title}（${cap.sources[0]?.label ?? cap.clauseLabel}）已用 ${wordMoney(used)}，上限 ${wordMoney(max)}`,
            )
            .join('；')}
          。
        </p>
      )}
      {rule.scope.length > 0 && result.awards.length > 0 && (
        <p>须自行确认：在政策适用范围内（{rule.scope.map(({ label }) => label).join('、')}）。</p>
      )}
      {readings.length > 0 && (
        <p>
          口径：
          {readings
            .map((reading) => {
              const taken = form.readings[reading.id] ?? reading.default;
              return `${reading.title}——${reading.options.find(({ id }) => id === taken)?.label ?? taken}${taken === reading.default ? '（默认）' : ''}`;
            })
            .join('；')}
          。
        </p>
      )}
      <p className="print-address">
        条款地址：{[...clauses].map(([label, url]) => `${label} ${absolute(url)}`).join('；')}
      </p>
    </section>
  );
}

function wordFacts(entry: ProjectEntry, { rules }: Report): string {
  const matter = rules.matters.find(({ id }) => id === entry.matter);
  if (!matter) return '';
  const facts = matter.facts.map((fact) => {
    const value = readAnswer(fact, entry.answers[fact.name] ?? null);
    if (value === null) return `${fact.label} 未填`;
    if (typeof value === 'bigint') return `${fact.label} ${wordMoney(value)}`;
    if (typeof value === 'boolean') return `${fact.label} ${value ? '是' : '否'}`;
    if (typeof value === 'string')
      return fact.kind === 'choice' ? (fact.options.find(({ id }) => id === value)?.label ?? value) : value;
    return `${fact.label} ${value.map((sum) => wordMoney(sum)).join('、')}`;
  });
  return [matter.title, `${matter.dateLabel} ${entry.date || '未填'}`, ...facts].join('，');
}
