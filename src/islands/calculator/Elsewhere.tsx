import { siteHref } from '../base.ts';
import type { Outcome } from './calculate.ts';
import type { Focus } from './props.ts';

/** Says so where the answers lead to another clause than the one on this page. */
export function Elsewhere({ focus, outcome }: { focus: Focus; outcome: Outcome }) {
  const own = outcome.policies.find((one) => one.rule.id === focus.policy);
  const rule = (own?.result.awards[0] ?? own?.result.refused[0])?.rule;
  if (!own || own.result.pending.length > 0 || (rule && focus.awards.includes(rule.ref))) return null;
  return (
    <p className="calc-elsewhere">
      所填情形不适用{focus.label}
      {rule ? (
        <>
          ，适用<a href={siteHref(rule.clauseUrl)}>{rule.clauseLabel}</a>“{rule.title}”。
        </>
      ) : (
        '，也没有别的条款。'
      )}
    </p>
  );
}
