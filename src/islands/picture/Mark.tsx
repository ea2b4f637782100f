import type { PolicyMark } from '../../schemas/policy.ts';

interface MarkProps {
  policy: string;
  shape: PolicyMark['shape'];
  x: number;
  y: number;
  /** half of it; marks on the same place must not hide one another */
  size: number;
}

/** Where the visitor stands on the line of a policy, in that policy's shape. */
export function Mark({ policy, shape, x, y, size }: MarkProps) {
  const common = { className: 'calc-mark', 'data-policy': policy };
  if (shape === 'round') return <circle {...common} cx={x} cy={y} r={size} />;
  if (shape === 'square') return <rect {...common} x={x - size} y={y - size} width={2 * size} height={2 * size} />;
  const corners = shape === 'diamond' ? 4 : 6;
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = (at * 2 * Math.PI) / corners;
    return `${x + size * Math.sin(angle)},${y - size * Math.cos(angle)}`;
  });
  return <polygon {...common} points={points.join(' ')} />;
}
