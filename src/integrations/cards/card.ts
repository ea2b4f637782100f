import { awardsOf, instrumentLabel, policyOf } from '../../components/clause/derive.ts';
import { headlineOf } from '../../islands/compare/headline.ts';
import { shortTerms } from '../../components/notes/award-words.ts';
import { compareTopic, firstSide } from '../../compare/index.ts';
import { cardPath } from '../../model/addresses.ts';
import type { KnowledgeBase, TopicEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';
import type { PolicyMark } from '../../schemas/policy.ts';
import { site } from '../../site.ts';

/** A figure of a card, with what it is a figure of and whose it is. */
export interface CardLine {
  mark: PolicyMark | null;
  label: string;
  figure: string;
}

/** What a shared link shows before it is opened: plain values, so that equal ones need not be drawn again. */
export interface Card {
  /** below the site's root, "/cards/minhang-2025/rules/6.png" */
  path: string;
  /** whose seal stands at the top; where it is about all, those of the first that fit */
  marks: PolicyMark[];
  kicker: string;
  title: string;
  lines: CardLine[];
  /** words of the text, where it states no figure */
  excerpt: string;
  foot: string;
}

/** The font has no middle dot. */
const GAP = '　';
const FOOT = site.name + GAP + site.notice;
const MOST_LINES = 3;
const EXCERPT = 66;
/** a title of two lines leaves no room for words of the text */
const LONG_TITLE = 30;

/** A card for the site, for each topic and for each clause. */
export function cardsOf(kb: KnowledgeBase): Card[] {
  const side = firstSide(kb);
  return [siteCard(side), ...kb.topics.map((topic) => topicCard(topic, side)), ...clauseCards(kb)];
}

function siteCard({ policies }: KnowledgeBase): Card {
  return {
    path: cardPath('/'),
    marks: policies.map(({ mark }) => mark),
    kicker: policies.map(({ shortTitle }) => shortTitle).join(GAP),
    title: site.name,
    lines: [],
    excerpt: policies.map(({ title }) => title).join('；'),
    foot: site.notice,
  };
}

function topicCard(topic: TopicEntry, kb: KnowledgeBase): Card {
  const comparison = compareTopic(kb, topic);
  return {
    path: cardPath(topic.url),
    marks: kb.policies.map(({ mark }) => mark),
    kicker: '逐项对照',
    title: topic.title,
    lines: kb.policies.map(({ mark, district }, index) => {
      const { before, words } = headlineOf(comparison, index);
      return { mark, label: [district, before].filter(Boolean).join(GAP), figure: words };
    }),
    excerpt: '',
    foot: FOOT,
  };
}

function clauseCards(kb: KnowledgeBase): Card[] {
  return kb.nodes
    .filter(({ hasPage }) => hasPage)
    .map((node) => {
      const policy = policyOf(node, kb);
      const lines = figuresOf(node, kb);
      return {
        path: cardPath(node.url),
        marks: [policy.mark],
        kicker: [policy.shortTitle, instrumentLabel(node, policy), countWords(lines.length)].filter(Boolean).join(GAP),
        title: node.title || node.label,
        lines: lines.slice(0, MOST_LINES),
        excerpt: lines.length > 0 || node.title.length > LONG_TITLE ? '' : excerptOf(node),
        foot: FOOT,
      };
    });
}

/** Says so where not all figures fit. */
function countWords(figures: number): string {
  return figures > MOST_LINES ? `共 ${figures} 项，列前 ${MOST_LINES} 项` : '';
}

function figuresOf(node: PolicyNode, kb: KnowledgeBase): CardLine[] {
  return awardsOf(node, kb).flatMap((award) => {
    const matter = kb.rules.matters.find(({ id }) => id === award.matter);
    const figure = matter ? shortTerms(award, matter) : '';
    return figure === '' ? [] : [{ mark: null, label: award.title, figure }];
  });
}

/** The beginning of the text below the heading. */
function excerptOf(node: PolicyNode): string {
  const text = node.anchors
    .filter(({ id }) => id !== 'h')
    .map((anchor) => anchor.text.replace(/\s+/g, ' '))
    .join('');
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}……` : text;
}
