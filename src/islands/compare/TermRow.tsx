/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role --
   on a phone the rows are laid out as blocks, which takes the implicit roles of a table away */
import type { Case, ComparedPolicy, PolicyCell, Row } from '../../compare/index.ts';
import { inQuotes } from '../../domain/text.ts';
import { BY_READING, wordHigher } from '../../explain/words.ts';
import { CellView } from './Cell.tsx';
import { Mark } from './Mark.tsx';
import { TERM_WORDS, wordCases, wordFavour, wordTaken } from './words.ts';

export interface TermRowProps {
  row: Row;
  /** of the topic */
  cases: Case[];
  policies: readonly ComparedPolicy[];
  /** of several rows of one term: those below repeat its name in small */
  first: boolean;
  /** stands below the first screen */
  late: boolean;
}

/** A comparable term: a name at the left, a cell a policy. */
export function TermRow({ row, cases, policies, first, late }: TermRowProps) {
  const winners = row.favour.kind === 'fact' && row.term !== 'support' ? row.favour.policies : [];
  return (
    <tr
      role="row"
      data-differs={row.differs ? '' : undefined}
      className={`term-row${first ? '' : ' again'}${late ? ' late' : ''}`}
    >
      <th role="rowheader" scope="row">
        <Head {...{ row, cases, policies, first }} />
      </th>
      {row.cells.map((one) => {
        const policy = policies.find(({ id }) => id === one.policy);
        return (
          policy && (
            <td key={policy.id} role="cell" data-policy={policy.id}>
              <Said policy={policy} row={row} said={one} higher={winners.includes(policy.id)} />
            </td>
          )
        );
      })}
    </tr>
  );
}

function Head({ row, cases, policies, first }: Omit<TermRowProps, 'late'>) {
  const name = (id: string): string => policies.find((policy) => policy.id === id)?.shortTitle ?? id;
  const favour = wordFavour(row, name);
  const scope = isOpen(row, cases) ? '未写数额的支持' : wordCases(row.cases, cases);
  return (
    <>
      {first ? (
        <>
          <span className="term-name">{TERM_WORDS[row.term]}</span> <Differs differs={row.differs} />{' '}
          {scope && <span className="scope">{scope}</span>}
        </>
      ) : (
        <span className="scope">
          {[TERM_WORDS[row.term], scope].filter(Boolean).join(' · ')}
          {'\u00a0'}
          <Differs differs={row.differs} />
        </span>
      )}
      {favour && (
        <span className="favour">
          {favour.title}
          {favour.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      )}
    </>
  );
}

function Differs({ differs }: { differs: boolean }) {
  if (!differs) return <span className="hidden">相同</span>;
  return (
    <span className="differs">
      <span aria-hidden="true">≠</span>
      <span className="hidden">不同</span>
    </span>
  );
}

/** A topic with money states support and applicants by case; what it states of the whole is of support without a sum. */
function isOpen({ term, cases }: Row, all: readonly Case[]): boolean {
  return all.length > 0 && cases.length === 0 && (term === 'support' || term === 'applicants');
}

function Said(props: { policy: ComparedPolicy; row: Row; said: PolicyCell; higher: boolean }) {
  const { policy, row, said, higher } = props;
  return (
    <>
      <Who policy={policy} />
      <CellView cell={said.cell} term={row.term} />
      {higher && (
        <p className="higher">
          <span aria-hidden="true">▲</span> {wordHigher(row.cells.length)}
        </p>
      )}
      {said.others.length > 0 && (
        <details className="other">
          <summary>{BY_READING}</summary>
          {said.others.map((other, at) => (
            <div key={at}>
              <p className="from">口径{inQuotes(wordTaken(other.taken))}：</p>
              <CellView cell={other.cell} term={row.term} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** Whose cell it is, where the head of the column is out of view. */
export function Who({ policy }: { policy: ComparedPolicy }) {
  return (
    <span className="who">
      <Mark policy={policy} />
      <span className="hidden">{policy.shortTitle}：</span>
    </span>
  );
}
