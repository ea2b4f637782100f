import { memo } from 'react';
import { siteHref } from '../../base.ts';
import { Places } from '../../result/Places.tsx';
import { Scope } from '../../result/Scope.tsx';
import { Seal } from '../../result/Seal.tsx';
import { papersOf, type Report } from '../export/report.ts';
import { nameOf } from '../state/scenario-form.ts';

export type ChecklistProps = Pick<Report, 'form' | 'rules' | 'outcomes' | 'documents' | 'papers'>;

/** Everything to hand in for these projects, by policy, by department, by clause. */
export const Checklist = memo(function Checklist({ form, rules, outcomes, documents, papers }: ChecklistProps) {
  if (outcomes.every(({ result }) => result.awards.length === 0)) return null;
  const name = (project: string): string => {
    const at = form.projects.findIndex(({ id }) => id === project);
    const entry = form.projects[at];
    return entry ? nameOf(entry, rules.matters, at) : project;
  };
  return (
    <section className="papers" aria-labelledby="papers">
      <h2 id="papers">要交的材料</h2>
      {outcomes.map((outcome) => {
        const { rule, result } = outcome;
        const procedure = documents.find(({ policy }) => policy === rule.id)?.procedure ?? null;
        if (result.awards.length === 0) return null;
        return (
          <section key={rule.id} data-policy={rule.id} aria-label={`${rule.shortTitle}：材料`}>
            <h3>
              <Seal policy={rule} /> {rule.shortTitle}
            </h3>
            {papersOf(outcome, papers).map((group) => (
              <div key={group.departments.join()}>
                <p className="muted">责任单位：{group.departments.join('、') || '条文没有写明'}</p>
                {group.clauses.map(({ clause, label, url, projects, materials }) => (
                  <div key={clause} className="papers-clause">
                    <h4>
                      <a href={siteHref(url)}>{label}</a> <small>{projects.map(name).join('、')}</small>
                    </h4>
                    {materials.length === 0 && <p className="muted">条文没有规定申报材料。</p>}
                    <ul className="checklist">
                      {materials.map((material) => (
                        <li key={material.url}>
                          <label>
                            <input type="checkbox" />
                            <span>{material.text}</span>
                          </label>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </div>
            ))}
            <p className="muted small">
              {procedure ? (
                <>
                  {procedure.note} <Places sources={[procedure.source]} />
                </>
              ) : (
                '条文没有规定申报时间和地点。'
              )}
            </p>
            {rule.scope.length > 0 && (
              <p className="muted small">
                <Scope scope={rule.scope} />
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
});
