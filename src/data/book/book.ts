import { wordByReference, wordEnd } from '../../domain/validity.ts';
import { createHash } from 'node:crypto';
import { chineseDate } from '../../domain/dates.ts';
import { placeOf } from '../../model/eli.ts';
import type { KnowledgeBase, PolicyEntry } from '../../model/knowledge-base.ts';
import { lookup } from '../../model/lookup.ts';
import type { PolicyNode } from '../../model/node.ts';
import { turnWords } from '../../model/versions.ts';
import { DATA_VERSION } from '../dataset.ts';
import { element, join, styleText, type Child, type Markup } from '../markup.ts';
import { isAmended, OTHER_TEXTS, OTHER_TEXTS_TITLE, otherTexts } from './other-texts.ts';
import { doubts, type EntryWords } from './doubts.ts';
import { placeOfUrl } from './places.ts';
import { nodeText } from './text.ts';

/** What the margin says beside an anchor, in words. */
export interface BookNote {
  title: string;
  lines: string[];
  /** a place that it speaks of, root-relative */
  link: { label: string; url: string } | null;
}

export interface BookParts {
  policy: PolicyEntry;
  kb: KnowledgeBase;
  /** what the site calls itself, and that it is not an official one */
  site: { name: string; notice: string };
  css: string;
  notes: (node: PolicyNode) => (anchor: string) => BookNote[];
  words: EntryWords;
}

/**
 * One policy as one file: text, contents, notes and readings, no script, nothing from elsewhere.
 * It opens from a USB stick or a mail and has no date of making, so that equal content makes equal files.
 */
export function bookOf(parts: BookParts): string {
  const { policy, css, site } = parts;
  const hash = createHash('sha256').update(css).digest('base64');
  const html = element(
    'html',
    { lang: 'zh-Hans' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: `default-src 'none'; style-src 'sha256-${hash}'`,
      }),
      element('title', {}, `${policy.title} · ${site.name}`),
      element('style', {}, styleText(css)),
    ),
    element(
      'body',
      {},
      cover(parts),
      element('main', {}, ...policy.parts.map((part) => partText(part.id, parts)), otherTexts(parts), doubts(parts)),
    ),
  );
  return `<!DOCTYPE html>\n${html.markup}\n`;
}

function cover({ policy, kb, site }: BookParts): Markup {
  const { effective, expires } = policy.validity;
  const before = policy.byReference ? `；${wordByReference(policy.byReference)}` : '';
  const force = `自${chineseDate(effective)}起施行，${wordEnd(expires)}${before}`;
  const rows: [string, string][] = [
    ['发文字号', policy.documentNumber],
    ['发布机关', policy.issuers.join('、')],
    ['印发日期', chineseDate(policy.issued)],
    ['施行期', force],
    [
      '本文件',
      `${site.name}的单文件版，${site.notice}。条文逐字照录；批注、口径和说明是本站所加。数据版本 ${DATA_VERSION}。`,
    ],
  ];
  return element(
    'header',
    {},
    element('h1', {}, policy.title),
    element('dl', {}, ...rows.flatMap(([name, words]) => [element('dt', {}, name), element('dd', {}, words)])),
    element('nav', { 'aria-label': '目录' }, element('h2', {}, '目录'), contents(policy, kb)),
  );
}

function contents(policy: PolicyEntry, kb: KnowledgeBase): Markup {
  const link = (place: string, words: string): Markup => element('a', { href: `#${place}` }, words);
  const parts = policy.parts.map((part) => {
    const nodes = part.nodes.flatMap((id) => lookup(kb).nodes.get(id) ?? []).filter(({ kind }) => kind !== 'title');
    const lines = nodes.map((node) =>
      element(
        'li',
        { class: node.kind },
        link(placeOf(node), node.kind === 'chapter' ? node.title : contentsLine(node)),
      ),
    );
    return element('li', {}, link(part.id, part.title), element('ul', {}, ...lines));
  });
  return element(
    'ul',
    {},
    ...parts,
    isAmended(policy, kb) ? element('li', {}, link(OTHER_TEXTS, OTHER_TEXTS_TITLE)) : null,
    element('li', {}, link('doubts', '口径与疑义')),
  );
}

function contentsLine(node: PolicyNode): string {
  const { label, title } = node;
  const turn = turnWords(node);
  return `${label.endsWith(title) ? label : `${label} ${title}`}${turn === null ? '' : `（${turn}）`}`;
}

function partText(id: string, parts: BookParts): Markup {
  const { policy, kb } = parts;
  const part = policy.parts.find((one) => one.id === id);
  if (!part) throw new Error(`${policy.id} has no part ${id}`);
  const nodes = part.nodes.flatMap((one) => lookup(kb).nodes.get(one) ?? []);
  const depth = (node: PolicyNode): number => {
    const above = nodes.find((one) => one.id === node.chapter);
    return above ? depth(above) + 1 : 0;
  };
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id, class: 'part' }, part.title),
    ...nodes.map((node) => {
      const notes = parts.notes(node);
      const after = (anchor: string): Child => noteBox(notes(anchor), parts);
      const text = nodeText(node, 3 + depth(node), after);
      // a heading without a page carries the node's place itself
      const turn = turnWords(node);
      return element(
        'div',
        { class: `node ${node.kind}`, id: node.hasPage ? placeOf(node) : null },
        turn === null ? null : element('p', { class: 'from' }, `${node.label}${turn}`),
        text,
      );
    }),
  );
}

function noteBox(notes: readonly BookNote[], { policy, kb }: BookParts): Child {
  if (notes.length === 0) return null;
  const boxes = notes.map(({ title, lines, link }) => {
    const place = link && placeOfUrl(link.url, policy.id, lookup(kb).textsOf(policy.id));
    const target = link && (place === null ? link.label : element('a', { href: `#${place}` }, link.label));
    return element(
      'div',
      {},
      element('p', { class: 'name' }, title),
      ...lines.map((line) => element('p', {}, line)),
      target && element('p', {}, target),
    );
  });
  return element('div', { class: 'notes', role: 'note', 'aria-label': '批注' }, join(boxes));
}
