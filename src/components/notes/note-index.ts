import type { ContradictionEntry, KnowledgeBase, ReadingEntry } from '../../model/knowledge-base.ts';
import { piecesOf } from '../../model/blocks.ts';
import { lookup } from '../../model/lookup.ts';
import type { PolicyNode } from '../../model/node.ts';
import type { AwardRule, CapRule, MatterRule, Source } from '../../model/rulebook.ts';
import { readingUrl } from '../../islands/compare/kinds.ts';
import { byKind, kindOf } from '../text/segments.ts';

export { ALL_CONTRADICTIONS, CONTRADICTION_WORDS, readingUrl } from '../../islands/compare/kinds.ts';
export { entryId } from '../../model/entries.ts';

export interface AwardWithMatter {
  award: AwardRule;
  matter: MatterRule;
}

/** What stands in the margin beside the words it concerns. `dom` is its element on the page. */
export type Note =
  | ({ kind: 'award'; dom: string } & AwardWithMatter)
  /** awards of another clause that carries these words out */
  | { kind: 'carried'; dom: string; label: string; url: string; awards: AwardWithMatter[] }
  | { kind: 'cap'; dom: string; cap: CapRule }
  | { kind: 'reading'; dom: string; reading: ReadingEntry; url: string }
  | { kind: 'contradiction'; dom: string; entry: ContradictionEntry };

export interface NoteIndex {
  /** notes beside one anchor */
  at: (anchor: string) => Note[];
  /** the element that a mark's note id stands for; null where the page has no such note */
  domOf: (id: string) => string | null;
}

/** Derives a clause's notes from its metadata: each once, beside the words that state it. */
export function notesOf(node: PolicyNode, kb: KnowledgeBase): NoteIndex {
  const doms = new Map<string, string>();
  const byAnchor = new Map<string, Note[]>();
  const place = (anchor: string, ids: string[], note: (dom: string) => Note): void => {
    const dom = `n${new Set(doms.values()).size + 1}`;
    for (const id of ids) doms.set(id, dom);
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), note(dom)]);
  };

  for (const { anchor, ids } of marksOf(node)) {
    const fresh = ids.filter((id) => !doms.has(id));
    const awards = awardsOf(fresh, kb);
    // an award's conditions may stand above its amount: its note belongs to the amount
    for (const one of awards.filter(({ award }) => award.clause === node.id && isHome(award.sources, node, anchor))) {
      place(anchor, [`award:${one.award.ref}`], (dom) => ({ kind: 'award', dom, ...one }));
    }
    const elsewhere = Map.groupBy(
      awards.filter(({ award }) => award.clause !== node.id),
      ({ award }) => award.clause,
    );
    for (const group of elsewhere.values()) {
      const { clauseLabel: label = '', clauseUrl: url = '' } = group[0]?.award ?? {};
      const refs = group.map(({ award }) => `award:${award.ref}`);
      place(anchor, refs, (dom) => ({ kind: 'carried', dom, label, url, awards: group }));
    }
    for (const id of fresh) placeOther(id, anchor);
  }
  for (const term of node.terms) doms.set(`term:${term}`, `term-${term}`);
  return { at: (anchor) => byAnchor.get(anchor) ?? [], domOf: (id) => doms.get(id) ?? null };

  function placeOther(id: string, anchor: string): void {
    const ref = id.slice(id.indexOf(':') + 1);
    const cap = kindOf(id) === 'cap' && lookup(kb).caps.get(ref);
    if (cap && isHome(cap.sources, node, anchor)) place(anchor, [id], (dom) => ({ kind: 'cap', dom, cap }));
    const reading = kindOf(id) === 'reading' && lookup(kb).readings.get(ref);
    if (reading) place(anchor, [id], (dom) => ({ kind: 'reading', dom, reading, url: readingUrl(reading.id) }));
    const entry = kindOf(id) === 'contradiction' && lookup(kb).contradictions.get(ref);
    if (entry) place(anchor, [id], (dom) => ({ kind: 'contradiction', dom, entry }));
  }
}

function awardsOf(ids: readonly string[], kb: KnowledgeBase): AwardWithMatter[] {
  const refs = new Set(ids.filter((id) => kindOf(id) === 'award').map((id) => id.slice('award:'.length)));
  const { awards, orderOf } = lookup(kb);
  return [...refs]
    .sort((a, b) => orderOf(a) - orderOf(b))
    .flatMap((ref) => awards.get(ref) ?? [])
    .flatMap((award) => {
      const matter = kb.rules.matters.find(({ id }) => id === award.matter);
      return matter ? [{ award, matter }] : [];
    });
}

function isHome(sources: readonly Source[], node: PolicyNode, anchor: string): boolean {
  const here = sources.filter((source) => source.clause === node.id);
  return here.length === 0 || here.some((source) => source.anchor === anchor);
}

/** All anchors of a node in order with the note ids that their words carry. */
function marksOf(node: PolicyNode): { anchor: string; ids: string[] }[] {
  const byAnchor = new Map<string, Set<string>>();
  for (const { anchor, piece } of piecesOf(node.blocks)) {
    const ids = byAnchor.get(anchor) ?? new Set<string>();
    for (const id of piece.marks.flatMap((mark) => mark.notes)) ids.add(id);
    byAnchor.set(anchor, ids);
  }
  return [...byAnchor].map(([anchor, ids]) => ({ anchor, ids: [...ids].sort(byKind) }));
}
