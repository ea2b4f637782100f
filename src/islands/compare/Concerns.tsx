import type { Comparable, ComparedPolicy, TopicComparison } from '../../compare/index.ts';
import { siteHref } from '../base.ts';
import { entryUrl } from '../../model/entries.ts';
import { CONTRADICTION_WORDS, readingUrl } from './kinds.ts';
import { Mark } from './Mark.tsx';

export interface ConcernsProps {
  kb: Pick<Comparable, 'policies' | 'readings' | 'contradictions'>;
  /** ids of the clauses */
  nodes: readonly string[];
}

/** Ids of all clauses on a topic. */
export function nodesOf({ clauses }: TopicComparison): string[] {
  return clauses.flatMap(({ nodes }) => nodes.map(({ id }) => id));
}

/** Readings and contradictions that concern the clauses of a topic. */
export function Concerns({ kb, nodes }: ConcernsProps) {
  const concerns = ({ passages }: { passages: { clause: string }[] }): boolean =>
    passages.some(({ clause }) => nodes.includes(clause));
  const readings = kb.readings.filter(concerns);
  const contradictions = kb.contradictions.filter(concerns);
  const policyOf = (id: string): ComparedPolicy | undefined => kb.policies.find((one) => one.id === id);
  return (
    <>
      {readings.length + contradictions.length === 0 && <p className="muted">没有登记的口径或疑义。</p>}
      <ul className="concerns">
        {readings.map((reading) => (
          <li key={reading.id} data-policy={reading.policy}>
            <Title policy={policyOf(reading.policy)} kind="口径" url={readingUrl(reading.id)} title={reading.title} />
            <p>{reading.question}</p>
            <ul className="options">
              {reading.options.map((option) => (
                <li key={option.id}>
                  <b>{option.label}</b> {option.id === reading.default && <span className="status">本站默认</span>}{' '}
                  {option.explanation}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {contradictions.map((entry) => (
          <li key={entry.id} data-policy={entry.policy} className="clashing">
            <Title
              policy={policyOf(entry.policy)}
              kind={CONTRADICTION_WORDS[entry.kind]}
              url={entryUrl('contradiction', entry.id)}
              title={entry.title}
            />
            <p>{entry.note}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Title(props: { policy: ComparedPolicy | undefined; kind: string; url: string; title: string }) {
  const { policy, kind, url, title } = props;
  return (
    <h3>
      {policy && <Mark policy={policy} />} <span className="kind">{kind}</span> <a href={siteHref(url)}>{title}</a>
    </h3>
  );
}
