/** Results as elements. */
import { anchorLabel } from '../../model/blocks.ts';
import type { Catalogue } from '../../search/catalogue.ts';
import { addressOf, type Clause, type Hit } from '../../search/clause.ts';
import type { ClauseResult } from '../../search/rank.ts';
import { el } from './dom.ts';
import { BASE } from './files.ts';

/** Characters before the first hit, and of an excerpt in all. */
const EXCERPT = { before: 22, length: 96 };
/** Characters that a heading inside a clause has at most. */
const HEADING = 16;
/** Further hits of a clause that are shown at once. */
const SHOWN = 1;

/** A stretch of the text's own words, every hit in it marked. */
function marked({ piece: { text }, spans }: Hit, start: number, end: number): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = start;
  for (const span of spans) {
    if (span.start >= end) break;
    const until = Math.min(span.end, end);
    parts.push(text.slice(at, span.start), el('mark', {}, text.slice(span.start, until)));
    at = until;
  }
  return [...parts, text.slice(at, end)];
}

/** The words around the first hit. */
function excerpt(hit: Hit): (Node | string)[] {
  const { length } = hit.piece.text;
  const first = hit.spans[0] ?? { start: 0, end: 0 };
  const start = first.start <= EXCERPT.before + 6 ? 0 : first.start - EXCERPT.before;
  const end = Math.min(length, Math.max(first.end + 8, start + EXCERPT.length));
  return [start > 0 ? '…' : '', ...marked(hit, start, end), end < length ? '…' : ''];
}

/** Of a clause found only by what this site calls it: its first words below the headings, nothing of them marked. */
function opening({ pieces }: Clause): Hit | undefined {
  const piece = pieces.find(({ anchor, text }) => anchor !== 'h' && text.length > HEADING) ?? pieces[0];
  return piece && { piece, spans: [], whole: false, words: 0 };
}

/** Where the hits are in the title itself it shows them, and needs no excerpt of the heading below it. */
function showsInTitle(clause: Clause, { piece: { text }, spans }: Hit): boolean {
  return (
    titleOf(clause) !== null &&
    text.endsWith(clause.title) &&
    (spans[0]?.start ?? -1) >= text.length - clause.title.length
  );
}

/** Opens at the paragraph, with the words marked. */
function addressOfHit(clause: Clause, anchor: string, words: readonly string[]): string {
  const [path = '', hash = ''] = addressOf(clause, anchor).split('#');
  const query = new URLSearchParams(words.slice(0, 8).map((word) => ['highlight', word])).toString();
  return `${BASE}${path}${query === '' ? '' : `?${query}`}#${hash}`;
}

function seal(clause: Clause, { parts, policies }: Catalogue): HTMLElement {
  const policy = policies[parts[clause.facts[0]]?.policy ?? 0];
  return el('span', { class: `seal seal-${policy?.shape ?? 'round'}`, title: policy?.name }, policy?.seal ?? '');
}

function policyId(clause: Clause, { parts, policies }: Catalogue): string | undefined {
  return policies[parts[clause.facts[0]]?.policy ?? 0]?.id;
}

/** "意见序言" and "序言" once. */
function titleOf({ label, title }: Clause): string | null {
  return label.includes(title) ? null : title;
}

function furtherHit(result: ClauseResult, hit: Hit): HTMLLIElement {
  const place = anchorLabel(hit.piece.anchor);
  return el(
    'li',
    {},
    el(
      'a',
      { href: addressOfHit(result.clause, hit.piece.anchor, result.words) },
      place ? el('span', { class: 'at' }, place) : null,
      ...excerpt(hit),
    ),
  );
}

/** @param joined it stands beside the clause before it, which it carries out or the reverse */
export function resultItem(result: ClauseResult, catalogue: Catalogue, joined: boolean): HTMLLIElement {
  const { clause, words, why } = result;
  const hits = result.hits.length > 0 ? result.hits : [opening(clause)].filter((hit) => hit !== undefined);
  const heading = hits.find((hit) => showsInTitle(clause, hit));
  const [best, ...others] = hits.filter((hit) => hit !== heading);
  const title = titleOf(clause);
  const { length } = heading?.piece.text ?? '';
  const link = el(
    'a',
    { href: addressOfHit(clause, (heading ?? best)?.piece.anchor ?? '', words) },
    seal(clause, catalogue),
    el('span', { class: 'label' }, clause.label),
    title === null
      ? null
      : el('span', { class: 'title' }, ...(heading ? marked(heading, length - title.length, length) : [title])),
  );
  const item = el(
    'li',
    { class: joined ? 'found joined' : 'found', 'data-policy': policyId(clause, catalogue) },
    el('h3', {}, link),
  );
  if (why !== '') item.append(el('p', { class: 'why' }, why));
  // the paragraph that the heading's own link opens; one below a heading has an address of its own
  if (best && !heading) item.append(el('p', { class: 'excerpt' }, ...excerpt(best)));
  const listed = best && heading ? [best, ...others] : others;
  const shown = listed.length <= SHOWN + 1 ? listed : listed.slice(0, SHOWN);
  if (shown.length > 0) item.append(el('ul', { class: 'further' }, ...shown.map((hit) => furtherHit(result, hit))));
  const folded = listed.slice(shown.length);
  if (folded.length > 0) {
    const list = el('ul', { class: 'further' }, ...folded.map((hit) => furtherHit(result, hit)));
    item.append(el('details', {}, el('summary', {}, `本条另有 ${folded.length} 段`), list));
  }
  return item;
}

/** Those of the results between two places, the second not included. */
export function resultItems(
  results: readonly ClauseResult[],
  catalogue: Catalogue,
  start = 0,
  end = results.length,
): HTMLLIElement[] {
  return results.slice(start, end).map((result, at) => {
    const before = results[start + at - 1]?.clause.cluster;
    return resultItem(result, catalogue, before === result.clause.cluster);
  });
}

export function directItem(clause: Clause, catalogue: Catalogue): HTMLLIElement {
  const link = el(
    'a',
    { href: BASE + clause.url },
    seal(clause, catalogue),
    el('span', { class: 'label' }, clause.label),
    el('span', { class: 'title' }, titleOf(clause) ?? ''),
  );
  return el('li', { class: 'found', 'data-policy': policyId(clause, catalogue) }, el('h3', {}, link));
}
