import type { ComparedPolicy } from '../../compare/index.ts';
import { wordMoney } from '../../explain/money.ts';
import { siteHref } from '../base.ts';
import type { Glance as GlanceData, GlanceRow, GlanceSide } from './glance.ts';
import { Mark } from './Mark.tsx';

export interface GlanceProps {
  glance: GlanceData;
  policies: readonly ComparedPolicy[];
  /** "?p=…" where the visitor chose the policies */
  query?: string;
}

const LINE = 22;
/** Half of a mark. */
const SIZE = 6;

/** 一眼看差异: for each topic, what one project can be given at most, all policies on one scale. */
export function Glance({ glance: { rows, ticks }, policies, query = '' }: GlanceProps) {
  return (
    <>
      <div className="glance-row glance-scale" aria-hidden="true">
        <span></span>
        <svg width="100%" height="16">
          {ticks.map(({ at, fen }, index) => (
            <text
              key={fen}
              x={`${at}%`}
              y="12"
              className="axis-label"
              textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
            >
              {wordMoney(BigInt(fen))}
            </text>
          ))}
        </svg>
        <span></span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.topic.id} className="glance-row">
            <div className="glance-topic">
              <a href={siteHref(row.topic.url) + query}>{row.topic.title}</a>{' '}
              {row.note && <small className="from">{row.note}</small>}
            </div>
            <Scale row={row} ticks={ticks} policies={policies} />
            <div className="glance-words">
              {row.sides.map((side) => (
                <Words key={side.policy} side={side} policies={policies} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Scale({
  row,
  ticks,
  policies,
}: {
  row: GlanceRow;
  ticks: GlanceData['ticks'];
  policies: GlanceProps['policies'];
}) {
  const height = row.sides.length * LINE;
  return (
    <svg width="100%" height={height} aria-hidden="true">
      {ticks.map(({ at }) => (
        <line key={at} x1={`${at}%`} x2={`${at}%`} y1="0" y2={height} className="axis-year" />
      ))}
      {row.sides.map((side, index) => {
        const shape = policies.find(({ id }) => id === side.policy)?.mark.shape ?? 'square';
        return <Line key={side.policy} side={side} y={index * LINE + LINE / 2} shape={shape} />;
      })}
    </svg>
  );
}

type Shape = ComparedPolicy['mark']['shape'];

function Line({ side, y, shape }: { side: GlanceSide; y: number; shape: Shape }) {
  const { low, high, open } = side;
  return (
    <g data-policy={side.policy} className={`glance-${shape}`}>
      {low !== null && high !== null && low < high && (
        <line x1={`${low}%`} x2={`${high}%`} y1={y} y2={y} className="glance-line" />
      )}
      {open && <line x1={`${high ?? 0}%`} x2="97%" y1={y} y2={y} className="glance-open" />}
      {open && (
        <text x="98.5%" y={y + 5} className="glance-arrow" textAnchor="middle">
          →
        </text>
      )}
      {[...new Set([low, high])]
        .filter((at) => at !== null)
        .map((at) => (
          <Sign key={at} at={at} y={y} shape={shape} />
        ))}
    </g>
  );
}

/** Where a sum stands, in the policy's own shape. Only a circle can stand at a share of the width by itself. */
function Sign({ at, y, shape }: { at: number; y: number; shape: Shape }) {
  if (shape === 'round') return <circle cx={`${at}%`} cy={y} r={SIZE} className="glance-mark" />;
  return (
    <svg x={`${at}%`} y={y} overflow="visible">
      {shape === 'square' ? (
        <rect x="-5.5" y="-5.5" width="11" height="11" className="glance-mark" />
      ) : (
        <path d={OUTLINES[shape]} className="glance-mark" />
      )}
    </svg>
  );
}

const OUTLINES = { diamond: 'M0-7 7 0 0 7-7 0Z', hexagon: 'M0-7 6-3.5V3.5L0 7-6 3.5V-3.5Z' } as const;

function Words({ side, policies }: { side: GlanceSide; policies: GlanceProps['policies'] }) {
  const policy = policies.find(({ id }) => id === side.policy);
  return (
    <p data-policy={side.policy} className={side.high === null && !side.open ? 'muted' : undefined}>
      {policy && <Mark policy={policy} />} <span className="hidden">{policy?.shortTitle}：</span> {side.words}
    </p>
  );
}
