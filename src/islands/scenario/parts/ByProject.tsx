/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   on a phone the rows are laid out as blocks, which takes the implicit roles of a table away */
import { memo, useState } from 'react';
import {
  explainBindingLimits,
  explainPending,
  explainRefusal,
  explainSteps,
  wordMoney,
} from '../../../explain/index.ts';
import { DISCRETIONARY } from '../../../explain/words.ts';
import type { AwardResult } from '../../../engine/index.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { siteHref } from '../../base.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { Conditions } from '../../result/Conditions.tsx';
import { Cited } from '../../result/Places.tsx';
import { labelOf } from '../../result/sums.ts';
import { Seal } from '../../result/Seal.tsx';
import { nameOf, type ScenarioForm } from '../state/scenario-form.ts';
import { groupByProject, type ProjectOutcome } from '../outcome/by-project.ts';

export interface ByProjectProps {
  form: ScenarioForm;
  rules: RuleBook;
  outcomes: readonly PolicyOutcome[];
}

/** Every project with all policies side by side: the sum, the clause, the limit that bit, or why there is nothing. */
export const ByProject = memo(function ByProject({ form, rules, outcomes }: ByProjectProps) {
  const grouped = outcomes.map(({ result }) => groupByProject(result));
  return (
    <section aria-labelledby="by-project">
      <h2 id="by-project">逐个项目</h2>
      <table className="matrix by-project" role="table" aria-label="逐个项目">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              项目
            </th>
            {outcomes.map(({ rule }) => (
              <th key={rule.id} role="columnheader" scope="col" data-policy={rule.id}>
                <Seal policy={rule} /> {rule.shortTitle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {form.projects.map((entry, at) => (
            <tr key={entry.id} role="row" data-row={entry.id}>
              <th role="rowheader" scope="row">
                <span className="term-name">{nameOf(entry, rules.matters, at)}</span>
                <span>{entry.date === '' ? '日期未填' : entry.date}</span>
              </th>
              {outcomes.map(({ rule }, column) => (
                <td key={rule.id} role="cell" data-policy={rule.id}>
                  <span className="who">
                    <Seal policy={rule} />
                    <span className="hidden">{rule.shortTitle}：</span>
                  </span>
                  <Cell outcome={grouped[column]?.get(entry.id)} rules={rules} matter={entry.matter} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

function Cell({ outcome, rules, matter }: { outcome: ProjectOutcome | undefined; rules: RuleBook; matter: string }) {
  const [open, setOpen] = useState(false);
  const rule = rules.matters.find(({ id }) => id === matter);
  if (!outcome || !rule) return null;
  const { awards, refused, pending } = outcome;
  const [first] = awards;
  const label = refused && labelOf(refused, rules.reasons);
  const why = refused && explainRefusal(refused);
  const sources = refused && 'sources' in refused.detail ? refused.detail.sources : [];
  return (
    <>
      {awards.map((award) => (
        <p key={award.year} className="project-sum">
          {awards.length > 1 && <small>{award.year} 年 </small>}
          <Sum award={award} />
        </p>
      ))}
      {first && (
        <p className="project-clause">
          <a href={siteHref(first.rule.clauseUrl)}>{first.rule.clauseLabel}</a> {first.rule.title}
        </p>
      )}
      {explainBindingLimits(awards).map((words) => (
        <p key={words} className="muted small">
          {words}
        </p>
      ))}
      <Conditions awards={awards} />
      {pending && <p className="muted">{explainPending(pending, rule)}</p>}
      {label !== null && why !== null && (
        <>
          {!why.startsWith(label) && <p>{label}</p>}
          <p className={why.startsWith(label) ? undefined : 'muted small'}>
            <Cited text={why} sources={sources} />
          </p>
        </>
      )}
      {first && (
        <details className="other" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>怎么算的</summary>
          {open && awards.map((award) => <Steps key={award.year} award={award} />)}
        </details>
      )}
    </>
  );
}

function Sum({ award }: { award: AwardResult }) {
  if (award.rule.amount.kind !== 'up-to') return <b>{wordMoney(award.determined)}</b>;
  return (
    <b>
      <small>{DISCRETIONARY} </small>
      {wordMoney(award.discretionary)}
    </b>
  );
}

function Steps({ award }: { award: AwardResult }) {
  return (
    <ol className="calc-steps">
      {explainSteps(award.steps).map((line) => (
        <li key={line.text}>
          <Cited text={line.text} sources={line.steps[0]?.sources ?? []} />
        </li>
      ))}
    </ol>
  );
}
