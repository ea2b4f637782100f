import type { PolicyMark } from '../../schemas/policy.ts';

/** The seal of a policy, in its colour wherever it stands. */
export function Mark({ policy, solid = false }: { policy: { id: string; mark: PolicyMark }; solid?: boolean }) {
  return (
    <span
      className={`seal seal-${policy.mark.shape}${solid ? ' seal-solid' : ''}`}
      data-policy={policy.id}
      aria-hidden="true"
    >
      {policy.mark.seal}
    </span>
  );
}
