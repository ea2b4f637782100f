import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTRADICTION_WORDS, entryId, notesOf } from '../../src/components/notes/note-index.ts';
import { noteWords } from '../../src/components/notes/note-words.ts';
import { akomaNtosoOf } from '../../src/data/akoma-ntoso/document.ts';
import { bookOf } from '../../src/data/book/book.ts';
import { charactersOf, withoutWhitespace } from '../../src/domain/text.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { placeOf } from '../../src/model/eli.ts';
import type { PolicyEntry } from '../../src/model/knowledge-base.ts';
import { attribute, elements, withXml } from '../support/xml.ts';

const kb = loadKnowledgeBase(join(import.meta.dirname, '../../content'));
const AKN = { a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' };
const bookOfPolicy = (policy: PolicyEntry): string =>
  bookOf({
    policy,
    kb,
    site: { name: '站名', notice: '非官方网站' },
    css: 'p { color: red; }',
    notes: (node) => {
      const notes = notesOf(node, kb);
      return (anchor) => notes.at(anchor).map(noteWords);
    },
    words: { kinds: CONTRADICTION_WORDS, anchor: entryId },
  });
const placesOf = (policy: PolicyEntry): string[] =>
  kb.nodes
    .filter((node) => node.policy === policy.id)
    .flatMap((node) => [placeOf(node), ...node.anchors.map(({ id }) => placeOf(node, id))]);

describe.each(kb.policies)('one file of $id', (policy) => {
  const html = bookOfPolicy(policy);

  it('holds every character of the published text, in order', () => {
    const words = withXml(html, (root) => elements(root, '//div[@class="official"]').map(({ content }) => content));
    expect(withoutWhitespace(words.join(''))).toBe(charactersOf(policy.source));
  });

  it('refers to nothing outside itself, and runs nothing', () => {
    const faults = withXml(html, (root) => [
      ...elements(root, '//script | //link | //img | //iframe | //base | //object').map(({ name }) => name),
      ...elements(root, '//*[@src or @style or @onclick]').map(({ name }) => name),
      ...elements(root, '//a')
        .map((link) => attribute(link, 'href') ?? '')
        .filter((href) => !href.startsWith('#')),
    ]);
    expect(faults).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|https?:/);
  });

  it('has the place of every anchor once, and every link leads to one', () => {
    const { ids, targets } = withXml(html, (root) => ({
      ids: elements(root, '//*[@id]').map((one) => attribute(one, 'id') ?? ''),
      targets: elements(root, '//a').map((link) => attribute(link, 'href')?.slice(1) ?? ''),
    }));
    expect(new Set(ids).size).toBe(ids.length);
    expect(placesOf(policy).filter((place) => !ids.includes(place))).toEqual([]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('has every note of the policy, and every reading', () => {
    const notes = kb.nodes
      .filter((node) => node.policy === policy.id)
      .flatMap((node) => node.anchors.flatMap(({ id }) => notesOf(node, kb).at(id)));
    const boxes = withXml(html, (root) => elements(root, '//div[@class="notes"]/div').length);
    expect(boxes).toBe(notes.length);
    for (const { policy: owner, why } of kb.readings) if (owner === policy.id) expect(html).toContain(why);
  });
});

describe.each(kb.policies)('Akoma Ntoso of $id', (policy) => {
  const xml = akomaNtosoOf(policy, kb, '站名');

  it('holds every character of the published text, in order', () => {
    const words = withXml(xml, (root) =>
      elements(root, '//a:num | //a:heading | //a:p | //a:caption', AKN).map(({ content }) => content),
    );
    expect(withoutWhitespace(words.join(''))).toBe(charactersOf(policy.source));
  });

  it('names every anchor by an eId, each once', () => {
    const ids = withXml(xml, (root) => elements(root, '//*[@eId]', AKN).map((one) => attribute(one, 'eId')));
    expect(new Set(ids).size).toBe(ids.length);
    expect(placesOf(policy).filter((place) => !ids.includes(place))).toEqual([]);
  });

  it('says when it was issued, holds and ends', () => {
    const dates = withXml(xml, (root) =>
      elements(root, '/a:akomaNtoso/a:documentCollection/a:meta/a:lifecycle/a:eventRef', AKN).map((event) => [
        attribute(event, 'eId'),
        attribute(event, 'date'),
      ]),
    );
    const { effective, expires, appliesFrom } = policy.validity;
    expect(dates).toEqual([
      ['event-issued', policy.issued],
      ...(appliesFrom === null ? [] : [['event-reference', appliesFrom]]),
      ['event-effective', effective],
      ['event-expires', expires],
    ]);
  });

  it('points only at what it defines', () => {
    const { ids, refs } = withXml(xml, (root) => ({
      ids: new Set(elements(root, '//*[@eId]').map((one) => `#${attribute(one, 'eId')}`)),
      refs: elements(root, '//*').flatMap((one) =>
        ['source', 'href', 'as', 'refersTo', 'start', 'end'].flatMap((name) => attribute(one, name) ?? []),
      ),
    }));
    expect(refs.filter((ref) => ref.startsWith('#') && !ids.has(ref))).toEqual([]);
    expect(refs.length).toBeGreaterThan(20);
  });
});
