import { Fragment } from 'react';
import type { Cell, Term, Value } from '../../compare/index.ts';
import type { Source } from '../../model/rulebook.ts';
import { siteHref } from '../base.ts';
import { HIGHEST_ONLY, isChoice, wordDatum, wordEmpty } from './words.ts';

const BIG: readonly Term[] = ['rate', 'project-cap', 'year-cap', 'ceiling'];

/** What a policy says in one cell of the matrix, with the places of its words. */
export function CellView({ cell, term }: { cell: Cell; term: Term }) {
  if (cell.kind !== 'stated')
    return (
      <p className="muted">
        {wordEmpty(cell, term)} {cell.kind === 'unpaid' && <Places sources={cell.sources} />}
      </p>
    );
  const looks = [BIG.includes(term) && 'figure-words', term === 'materials' && 'verbatim'].filter(Boolean).join(' ');
  return (
    <>
      {joined(cell.values).map(({ datum, award, sources }, at) => (
        <p key={at}>
          {award && <span className="from">{award}：</span>}
          <span className={looks || undefined}>{wordDatum(datum)}</span> <Places sources={sources} />
        </p>
      ))}
      {isChoice(cell, term) && <p className="from">{HIGHEST_ONLY}</p>}
    </>
  );
}

/** Values with the same words are said once, with all their places. */
function joined(all: readonly Value[]): Value[] {
  const values: Value[] = [];
  for (const value of all) {
    const same = values.find((one) => one.award === value.award && wordDatum(one.datum) === wordDatum(value.datum));
    if (same) same.sources = [...same.sources, ...value.sources];
    else values.push({ ...value });
  }
  return values;
}

/** Where the words stand, each place once. */
function Places({ sources }: { sources: readonly Source[] }) {
  const places = [...new Map(sources.map((source) => [source.url, source])).values()];
  return places.map(({ url, label }) => (
    <Fragment key={url}>
      <a className="place" href={siteHref(url)}>
        {label}
      </a>{' '}
    </Fragment>
  ));
}
