import { memo, useId } from 'react';
import { wordMoney } from '../../../explain/index.ts';
import type { CapUsage } from '../../../engine/index.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { Places } from '../../result/Places.tsx';
import { Seal } from '../../result/Seal.tsx';
import type { ScenarioForm } from '../state/scenario-form.ts';
import { nameOf } from '../state/scenario-form.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { Hatch } from './Hatch.tsx';

/** Whether another project draws on the cap after it was used up. */
function isAsked({ draws, exhaustedBy }: CapUsage): boolean {
  return draws.at(-1)?.project !== exhaustedBy;
}

/** Annual caps, and how much of each is used. */
export const Caps = memo(function Caps({
  form,
  rules,
  outcomes,
}: {
  form: ScenarioForm;
  rules: RuleBook;
  outcomes: readonly PolicyOutcome[];
}) {
  const id = useId();
  if (outcomes.every(({ result }) => result.caps.length === 0)) return null;
  const name = (project: string): string => {
    const at = form.projects.findIndex((one) => one.id === project);
    const entry = form.projects[at];
    return entry ? nameOf(entry, rules.matters, at) : project;
  };
  return (
    <section aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>年度上限用了多少</h3>
      <ul className="caps">
        {outcomes.flatMap(({ rule, result }) =>
          result.caps.map((usage) => (
            <li key={`${usage.cap.ref} ${usage.year}`} data-policy={rule.id} data-cap={usage.cap.ref}>
              <p>
                <Seal policy={rule} /> {usage.year} 年 {usage.cap.title}
                {usage.pooledWith.length > 0 && `（与${usage.pooledWith.map(({ title }) => title).join('、')}合用）`}：
                {wordMoney(usage.used)} / {wordMoney(usage.max)} <Places sources={usage.cap.sources} />
              </p>
              {usage.elsewhere !== undefined && (
                <p className="muted small">同年按本条其他版本另得 {wordMoney(usage.elsewhere)}，一并计入这个上限。</p>
              )}
              <svg width="100%" height="10" aria-hidden="true">
                <defs>
                  <Hatch policy={rule} id={`${id}-${usage.cap.ref}-${usage.year}`} />
                </defs>
                <rect x="0.5" y="0.5" width="99.5%" height="9" className="cap-frame" />
                <rect
                  x="0.5"
                  y="0.5"
                  width={`${Number((usage.used * 995n) / usage.max) / 10}%`}
                  height="9"
                  className="axis-force"
                  fill={`url(#${id}-${usage.cap.ref}-${usage.year}-${rule.id})`}
                />
              </svg>
              {usage.exhaustedBy !== null && (
                <p className="muted small">
                  由“{name(usage.exhaustedBy)}”用完{isAsked(usage) && '，排在后面的项目不再有余额'}。
                </p>
              )}
            </li>
          )),
        )}
      </ul>
    </section>
  );
});
