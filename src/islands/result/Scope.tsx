import { Fragment } from 'react';
import type { PolicyRule } from '../../model/rulebook.ts';
import { siteHref } from '../base.ts';

/** That an award is for those only whom the policy applies to at all: no form asks for it. */
export function Scope({ scope }: Pick<PolicyRule, 'scope'>) {
  return (
    <>
      须在政策适用范围内（
      {scope.map(({ label, url }, at) => (
        <Fragment key={url}>
          {at > 0 && '、'}
          <a href={siteHref(url)}>{label}</a>
        </Fragment>
      ))}
      ）。
    </>
  );
}
