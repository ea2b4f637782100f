import type { PolicyMark } from '../../schemas/policy.ts';

const R = 5;

/** Where the visitor stands on the line of a policy, in that policy's shape. */
export function Mark({ policy, shape, x, y }: { policy: string; shape: PolicyMark['shape']; x: number; y: number }) {
  const common = { className: 'calc-mark', 'data-policy': policy };
  if (shape === 'round') return <circle {...common} cx={x} cy={y} r={R} />;
  if (shape === 'square') return <rect {...common} x={x - R + 1} y={y - R + 1} width={2 * R - 2} height={2 * R - 2} />;
  const corners = shape === 'diamond' ? 4 : 6;
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = (at * 2 * Math.PI) / corners;
    return `${x + (R + 1) * Math.sin(angle)},${y - (R + 1) * Math.cos(angle)}`;
  });
  return <polygon {...common} points={points.join(' ')} />;
}
