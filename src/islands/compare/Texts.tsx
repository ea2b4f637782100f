/* eslint-disable jsx-a11y/no-noninteractive-element-to-interactive-role --
   laid out as a grid, read aloud as a table */
import { Fragment } from 'react';
import type { ClausePair, ComparedPolicy, Passage } from '../../compare/index.ts';
import { NOT_COVERED } from '../../explain/words.ts';
import { siteHref } from '../base.ts';
import { Mark } from './Mark.tsx';
import { Next } from './Next.tsx';

export interface TextsProps {
  pairs: readonly ClausePair[];
  policies: readonly ComparedPolicy[];
}

/** Verbatim clauses side by side, passage by passage; what only one of them says is marked. */
export function Texts({ pairs, policies }: TextsProps) {
  return pairs.map((pair, index) => (
    <details key={index} className="pair" open={index === 0}>
      <summary>
        {sidesOf(pair).map((side, at) => (
          <Fragment key={side.id}>
            {at > 0 && <span aria-hidden="true"> ↔ </span>}
            <span data-policy={side.policy}>
              <MarkOf id={side.policy} policies={policies} /> {side.label}
            </span>
          </Fragment>
        ))}
        {!pair.right && <span className="muted"> {NOT_COVERED}</span>}
      </summary>
      <Sides pair={pair} />
    </details>
  ));
}

function MarkOf({ id, policies }: { id: string; policies: readonly ComparedPolicy[] }) {
  const policy = policies.find((one) => one.id === id);
  return policy && <Mark policy={policy} />;
}

const sidesOf = (pair: ClausePair) => [pair.left, pair.right].flatMap((one) => one ?? []);

/** Laid out as a grid: the roles say that it is a table. */
export function Sides({ pair }: { pair: ClausePair }) {
  const sides = sidesOf(pair);
  return (
    <div className="sides" role="table" aria-label={sides.map(({ label }) => label).join('与')}>
      <div className="side-head" role="row">
        {sides.map((side) => (
          <p key={side.id} role="columnheader" data-policy={side.policy}>
            <a href={siteHref(side.url)}>
              {side.label} {side.title}
            </a>
            {side.next && (
              <>
                {' '}
                <Next next={side.next} />
              </>
            )}
          </p>
        ))}
        {!pair.right && (
          <p role="columnheader" className="muted">
            {NOT_COVERED}
          </p>
        )}
      </div>
      {pair.rows.map((row, at) => (
        <div key={at} className="passage" role="row">
          <Side passage={row.left} policy={pair.left.policy} own="del" />
          {pair.right && <Side passage={row.right} policy={pair.right.policy} own="ins" />}
        </div>
      ))}
    </div>
  );
}

/** One side of a passage, its words as published. */
function Side({ passage, policy, own: Own }: { passage: Passage | null; policy: string; own: 'ins' | 'del' }) {
  return (
    <p
      role="cell"
      data-policy={policy}
      className={passage ? 'verbatim' : 'gap'}
      data-official={passage ? '' : undefined}
    >
      {passage === null
        ? '无对应语句'
        : passage.runs.map((run, at) => (run.own ? <Own key={at}>{run.text}</Own> : run.text))}
    </p>
  );
}
