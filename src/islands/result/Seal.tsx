import type { PolicyRule } from '../../model/rulebook.ts';

/** The mark of a policy, by shape and colour; its name stands beside it. */
export function Seal({ policy }: { policy: PolicyRule }) {
  return (
    <span className={`seal seal-${policy.mark.shape}`} aria-hidden="true">
      {policy.mark.seal}
    </span>
  );
}
