/* eslint-disable jsx-a11y/no-noninteractive-element-to-interactive-role --
   laid out as a grid, read aloud as a table */
import { Fragment } from 'react';
import type { ClausePair, ComparedPolicy, Gap, Passage } from '../../compare/index.ts';
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
      <Sides pair={pair} id={`pair-${index + 1}`} />
    </details>
  ));
}

function MarkOf({ id, policies }: { id: string; policies: readonly ComparedPolicy[] }) {
  const policy = policies.find((one) => one.id === id);
  return policy && <Mark policy={policy} />;
}

const sidesOf = (pair: ClausePair) => [pair.left, pair.right].flatMap((one) => one ?? []);

/** Laid out as a grid: the roles say that it is a table. @param id begins the ids of the rows, by which they are linked */
export function Sides({ pair, id }: { pair: ClausePair; id: string }) {
  const sides = sidesOf(pair);
  const linked = new Set(pair.rows.flatMap(({ gap }) => (gap && 'row' in gap && gap.row !== null ? [gap.row] : [])));
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
        <div key={at} id={linked.has(at) ? `${id}-${at + 1}` : undefined} className="passage" role="row">
          <Side {...{ id, at }} passage={row.left} gap={row.gap} policy={pair.left.policy} own="del" />
          {pair.right && (
            <Side {...{ id, at }} passage={row.right} gap={row.gap} policy={pair.right.policy} own="ins" />
          )}
        </div>
      ))}
    </div>
  );
}

interface SideProps {
  passage: Passage | null;
  gap: Gap | null;
  policy: string;
  own: 'ins' | 'del';
  /** of the table */
  id: string;
  /** of the row */
  at: number;
}

/** One side of a passage, its words as published; or why there are none. */
function Side({ passage, gap, policy, own: Own, id, at }: SideProps) {
  return (
    <p
      role="cell"
      data-policy={policy}
      className={passage ? 'verbatim' : 'gap'}
      data-official={passage ? '' : undefined}
    >
      {passage
        ? passage.runs.map((run, index) => (run.own ? <Own key={index}>{run.text}</Own> : run.text))
        : gap && <GapWords {...{ gap, id, at }} />}
    </p>
  );
}

/** Never that there is nothing where there is only no pair. */
function GapWords({ gap, id, at }: Pick<SideProps, 'id' | 'at'> & { gap: Gap }) {
  if (!('row' in gap)) return gap.kind === 'absent' ? '没有就此给钱的语句' : '没有措辞相近的语句';
  const { row, url, label, words } = gap;
  const lead = gap.kind === 'same' ? '对应' : '未单独配对，相近的是';
  const link =
    row === null ? (
      <a href={siteHref(url)}>
        {label}“{words}”
      </a>
    ) : (
      <a href={`#${id}-${row + 1}`}>
        {row < at ? '上文' : '下文'}“{words}”
      </a>
    );
  return (
    <>
      {lead}
      {link}
    </>
  );
}
