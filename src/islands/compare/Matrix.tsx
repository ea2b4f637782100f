/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   on a phone the rows are laid out as blocks, which takes the implicit roles of a table away */
import { Fragment } from 'react';
import type { ComparedPolicy, TopicComparison } from '../../compare/index.ts';
import { siteHref } from '../base.ts';
import { wordApart, wordDifferences } from './differences.ts';
import { claimantsOf, headlineOf } from './headline.ts';
import { Mark } from './Mark.tsx';
import { Next } from './Next.tsx';
import { TermRow, Who } from './TermRow.tsx';

/** Rows of a page of one topic that are laid out with its head: what a phone can lay out before it is seen to wait. */
const WITH_THE_HEAD = 2;

export interface MatrixProps {
  topics: readonly TopicComparison[];
  policies: readonly ComparedPolicy[];
  /** of the first column */
  title: string;
  /** the page of one topic shows its rows alone */
  alone?: boolean;
  /** "?p=…" where the visitor chose the policies: a topic's page shows the same */
  query?: string;
}

/** All that stands in the table: a column a policy, a body a topic. */
export function Matrix({ topics, policies, title, alone = false, query = '' }: MatrixProps) {
  return (
    <>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {title}
          </th>
          {policies.map((policy) => (
            <th key={policy.id} role="columnheader" scope="col" data-policy={policy.id}>
              <Mark policy={policy} solid /> <a href={siteHref(policy.url)}>{policy.shortTitle}</a>
            </th>
          ))}
        </tr>
      </thead>
      {topics.map((topic) => (
        <TopicBody key={topic.id} {...{ topic, policies, alone, query }} />
      ))}
    </>
  );
}

type TopicBodyProps = Required<Pick<MatrixProps, 'policies' | 'alone' | 'query'>> & { topic: TopicComparison };

/** A topic of the matrix: a row that says it at a glance, and below it a row a term. */
function TopicBody({ topic, policies, alone, query }: TopicBodyProps) {
  return (
    <tbody
      role="rowgroup"
      className="topic-body"
      data-topic={topic.id}
      data-audiences={topic.audiences.join(' ')}
      data-money={topic.money ? '' : undefined}
      data-differs={topic.differs ? '' : undefined}
    >
      {!alone && <TopicRow {...{ topic, policies, query }} />}
      {topic.rows.map((row, at) => (
        <TermRow
          key={at}
          row={row}
          first={topic.rows[at - 1]?.term !== row.term}
          cases={topic.cases}
          policies={policies}
          late={alone && at >= WITH_THE_HEAD}
        />
      ))}
    </tbody>
  );
}

function TopicRow({ topic, policies, query }: Omit<TopicBodyProps, 'alone'>) {
  const apart = wordApart(topic, policies);
  return (
    <tr role="row" className="topic-row">
      <th role="rowheader" scope="rowgroup" id={topic.id}>
        <a href={siteHref(topic.url) + query}>{topic.title}</a>{' '}
        <button type="button" className="unfold" aria-expanded="false" data-unfold="">
          <span className="sign" aria-hidden="true" /> <span className="hidden">{topic.title}：</span>
          {wordDifferences(topic, policies)}
        </button>
        {apart && <small className="from scope">{apart}</small>}
      </th>
      {policies.map((policy, at) => {
        const { words, before, note } = headlineOf(topic, at);
        const claimants = claimantsOf(topic, at);
        return (
          <td key={policy.id} role="cell" data-policy={policy.id}>
            <Who policy={policy} />
            <p className={/\d/.test(words) ? 'headline' : 'headline muted'}>
              {before && <small>{before} </small>}
              {words}
              {note && <small className="muted"> {note}</small>}
            </p>
            {claimants && <p className="from">{claimants}</p>}
            <p className="clauses">
              {(topic.clauses[at]?.nodes ?? []).map((node) => (
                <Fragment key={node.id}>
                  <a href={siteHref(node.url)}>{node.label}</a> <Next next={node.next} />
                </Fragment>
              ))}
            </p>
          </td>
        );
      })}
    </tr>
  );
}
