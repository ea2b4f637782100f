import { createHash } from 'node:crypto';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { element, xmlDocument, type Markup } from './markup.ts';

export interface FeedPlace {
  siteName: string;
  /** root-relative address of the site → as the feed writes it: absolute where it is known, else below the site's root */
  link: (url: string) => string;
}

/**
 * Changes of clauses as Atom. Ids are derived from names alone, so that they stay what they are when the
 * site moves, and the dates are those of the entries, so that equal content makes an equal feed.
 */
export function feedOf({ changes, policies }: KnowledgeBase, { siteName, link }: FeedPlace): string {
  const newest =
    changes[0]?.date ??
    policies
      .map(({ issued }) => issued)
      .sort()
      .at(-1) ??
    '';
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-Hans' },
      element('id', {}, uuidOf('feed')),
      element('title', {}, `${siteName}：条文改动`),
      element('updated', {}, timeOf(newest)),
      element('author', {}, element('name', {}, siteName)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: link('/feed.xml') }),
      element('link', { rel: 'alternate', type: 'text/html', href: link('/') }),
      ...changes.map((change): Markup => {
        const [first, ...more] = change.places;
        return element(
          'entry',
          {},
          element('id', {}, uuidOf(`change/${change.id}`)),
          element('title', {}, change.title),
          element('updated', {}, timeOf(change.date)),
          first ? element('link', { rel: 'alternate', href: link(first.url), title: first.label }) : null,
          ...more.map(({ url, label }) => element('link', { rel: 'related', href: link(url), title: label })),
          element('summary', {}, change.note),
        );
      }),
    ),
  );
}

/** Midnight in Shanghai: entries have days, Atom wants an instant. */
function timeOf(date: string): string {
  return `${date}T00:00:00+08:00`;
}

/** The namespace of this site's names (RFC 9562, version 5). Never changes. */
const NAMESPACE = Buffer.from('6f1d3c0a5b7e4d2c9a8b0e1f2a3b4c5d', 'hex');

function uuidOf(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}
