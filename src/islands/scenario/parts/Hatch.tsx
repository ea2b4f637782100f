import type { PolicyRule } from '../../../model/rulebook.ts';

/** The policy's hatch, so that a picture tells policies apart in grey print too. `id` of the pattern: `id-<policy>`. */
export function Hatch({ policy, id }: { policy: PolicyRule; id: string }) {
  const { hatch } = policy.mark;
  const diagonal = hatch === 'diagonal';
  return (
    <pattern
      id={`${id}-${policy.id}`}
      data-policy={policy.id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={diagonal ? 'rotate(45)' : undefined}
    >
      <rect width="6" height="6" className="hatch-ground" />
      {(diagonal || hatch === 'cross') && <path d="M0 0V6" className="hatch-line" />}
      {(hatch === 'horizontal' || hatch === 'cross') && <path d="M0 3H6" className="hatch-line" />}
      {hatch === 'dots' && <circle cx="3" cy="3" r="1.2" className="hatch-dot" />}
    </pattern>
  );
}
