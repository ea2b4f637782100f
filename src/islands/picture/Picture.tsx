import { useId } from 'react';
import type { PolicyOutcome } from '../calculator/calculate.ts';
import { Seal } from '../result/Seal.tsx';
import { Mark } from './Mark.tsx';
import type { PictureData } from './picture-data.ts';
import { wordBase, wordLimit } from './picture-words.ts';
import { createScale, FRAME, wordWan } from './scale.ts';

/** The award against its base: where it rises, where it stops, and where the visitor stands. */
export function Picture({ data, policies }: { data: PictureData; policies: readonly PolicyOutcome[] }) {
  const id = useId();
  const { toX, toY, ticksX, ticksY } = createScale(data);
  const { left, right, top, bottom } = FRAME;
  const ruleOf = (policy: string) => policies.find((one) => one.rule.id === policy)?.rule;
  return (
    <figure className="calc-picture">
      <h3 id={id}>{wordBase(data)}多少，支持多少</h3>
      <svg
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        role="img"
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
      >
        {ticksY.map((sum, at) => (
          <g key={at} className="calc-grid">
            <line x1={left} x2={right} y1={toY(sum)} y2={toY(sum)} />
            <text x={left - 6} y={toY(sum)} dy="0.35em" textAnchor="end">
              {wordWan(sum)}
            </text>
          </g>
        ))}
        {ticksX.map((sum, at) => (
          <g key={at} className="calc-grid">
            <line x1={toX(sum)} x2={toX(sum)} y1={bottom} y2={bottom + 4} />
            <text x={toX(sum)} y={bottom + 18} textAnchor="middle">
              {wordWan(sum)}
            </text>
          </g>
        ))}
        <text className="calc-axis" x={right} y={bottom + 34} textAnchor="end">
          {wordBase(data)}，万元
        </text>
        <text className="calc-axis" x={0} y={10}>
          支持，万元
        </text>
        {data.x !== null && <line className="calc-here" x1={toX(data.x)} x2={toX(data.x)} y1={top - 4} y2={bottom} />}
        {data.x !== null && (
          <text
            className="calc-you"
            x={toX(data.x)}
            y={top - 10}
            textAnchor={toX(data.x) > right - 60 ? 'end' : 'middle'}
          >
            您填的 {wordWan(data.x)}
          </text>
        )}
        {data.curves.map(({ policy, points, limit }, place) => (
          <g
            key={policy}
            data-policy={policy}
            className={`calc-curve calc-hatch-${ruleOf(policy)?.mark.hatch ?? 'solid'}`}
          >
            <polyline points={points.map(({ x, y }) => `${toX(x)},${toY(y / 1_000_000n)}`).join(' ')} />
            {limit.kind === 'at' && limit.x <= data.width && (
              <path
                className="calc-cap"
                d={`M${toX(limit.x)} ${toY(limit.y / 1_000_000n) - 6 - 2 * place}v${12 + 4 * place}`}
              />
            )}
          </g>
        ))}
        {data.x !== null &&
          data.marks.map(({ policy, y }, place) => (
            <Mark
              key={policy}
              policy={policy}
              shape={ruleOf(policy)?.mark.shape ?? 'round'}
              x={toX(data.x ?? 0n)}
              y={toY(y / 1_000_000n)}
              size={3.5 + 3 * (data.marks.length - 1 - place)}
            />
          ))}
      </svg>
      <figcaption id={`${id}-text`}>
        <ul>
          {data.curves.map((curve) => {
            const rule = ruleOf(curve.policy);
            return (
              <li key={curve.policy} data-policy={curve.policy}>
                {rule && <Seal policy={rule} />}{' '}
                <span className={`calc-key calc-hatch-${rule?.mark.hatch ?? 'solid'}`} aria-hidden="true" />{' '}
                {rule?.shortTitle}：{wordLimit(curve.limit, data)}
              </li>
            );
          })}
        </ul>
      </figcaption>
    </figure>
  );
}
