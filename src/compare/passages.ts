/** Two clauses sentence by sentence: pairs, and for each sentence without one of its own where its counterpart stands. */
import { align, sentencesOf, type Pair } from './align.ts';
import type { ComparedNode } from './comparable.ts';
import { isCap, kinship, SAME_SUM, type Reader, type Statement } from './statements.ts';
import { commonWords, diffWords, likeness, markOwn, type Run } from './word-diff.ts';

/** A passage of a clause: where it stands, and its words marked against its counterpart. */
export interface Passage {
  /** root-relative, with the anchor */
  url: string;
  runs: Run[];
}

/**
 * What stands for a passage on a side that has none of its own. `same`: the metadata say that another passage is about the same,
 * `near`: the words of another are alike. `absent`: the metadata say that this side gives nothing for what the passage gives;
 * `unlike`: nothing here is worded like it, which is no more than that.
 */
export type Gap =
  | {
      kind: 'same' | 'near';
      /** among the rows of these clauses; null where it stands in another clause of the topic */
      row: number | null;
      /** root-relative, with the anchor */
      url: string;
      /** of its clause */
      label: string;
      /** how it begins */
      words: string;
    }
  | { kind: 'absent' | 'unlike' };

export interface PassageRow extends Pair<Passage> {
  /** null where both sides have a passage */
  gap: Gap | null;
}

interface Sentence {
  url: string;
  label: string;
  heading: boolean;
  text: string;
  states: Statement;
}

/** Of a short sentence so much must stand in a longer one for them to be alike. */
const CONTAINED = 0.6;
/** Fewer words in common are chance. */
const FEWEST = 3;
/** Less alike than this, two passages say different things. */
const ENOUGH = 0.3;

export function rowsOf(
  left: ComparedNode,
  right: ComparedNode,
  read: Reader,
  others: { left: readonly ComparedNode[]; right: readonly ComparedNode[] },
): PassageRow[] {
  const of = (node: ComparedNode): Sentence[] => sentences(node, read);
  const pairs = align(of(left), of(right), score);
  const rows = pairs.map((pair) => {
    if (pair.left && pair.right) return { ...pair, near: null };
    const one = pair.left ?? pair.right;
    const [side, elsewhere] = pair.left ? (['right', others.right] as const) : (['left', others.left] as const);
    const own = pairs.flatMap((other, row) => (other[side] ? [{ sentence: other[side], row }] : []));
    const far = elsewhere.flatMap(of).map((sentence) => ({ sentence, row: null }));
    return { ...pair, near: one && nearest(one, own, far) };
  });
  return rows.map(({ left: a, right: b, near }, row) => ({
    left: a && passage(a, b, [...(near ? [near.sentence] : []), ...answering(rows, row, 'right')], 'left'),
    right: b && passage(b, a, [...(near ? [near.sentence] : []), ...answering(rows, row, 'left')], 'right'),
    gap: a && b ? null : gapOf(a ?? b, near),
  }));
}

function gapOf(one: Sentence | null, near: Found | null): Gap {
  if (!near) return { kind: one && one.states.amounts.length > 0 ? 'absent' : 'unlike' };
  const { url, label, text } = near.sentence;
  return { kind: near.sure ? 'same' : 'near', row: near.row, url, label, words: beginning(text) };
}

interface Found {
  sentence: Sentence;
  row: number | null;
  sure: boolean;
}

/** Passages of one side that have no pair of their own and answer to this row. */
function answering(
  rows: readonly (Pair<Sentence> & { near: Found | null })[],
  row: number,
  side: 'left' | 'right',
): Sentence[] {
  return rows.flatMap((one) => (one.near?.row === row && one[side] ? [one[side]] : []));
}

type Place = Pick<Found, 'sentence' | 'row'>;

/** What is sure comes before what is near, and of both what these clauses say before what others do. */
function nearest(one: Sentence, own: readonly Place[], far: readonly Place[]): Found | null {
  const found = [own, far].map((places) => places.flatMap((place) => weigh(one, place)));
  for (const sure of [true, false])
    for (const some of found) {
      const [best] = some.filter((each) => each.sure === sure).sort((a, b) => b.weight - a.weight);
      if (best) return best;
    }
  return null;
}

function weigh(one: Sentence, { sentence, row }: Place): (Found & { weight: number })[] {
  const kin = kinship(one.states, sentence.states);
  const { share, common } = contained(one.text, sentence.text);
  const alike = likeness(one.text, sentence.text);
  // a condition has no counterpart where the other side says nothing of the kind
  const sure = kin >= SAME_SUM || (kin > 0 && share >= ENOUGH);
  const near = common >= FEWEST && (alike >= ENOUGH || share >= CONTAINED);
  if (kin < 0 || (!sure && !near)) return [];
  return [{ sentence, row, sure, weight: kin * 2 + alike }];
}

/** How much of the shorter of two sentences stands in the other. */
function contained(a: string, b: string): { share: number; common: number } {
  const { common, left, right } = commonWords(a, b);
  return { common, share: common / Math.max(1, Math.min(left, right)) };
}

/** Below 0: not to be paired. */
function score(a: Sentence, b: Sentence): number {
  if (a.heading !== b.heading) return -1;
  if (a.heading) return 1;
  const kin = kinship(a.states, b.states);
  const alike = likeness(a.text, b.text);
  // a yearly cap stands beside a yearly cap: what a sentence gives has its own counterpart
  if (isCap(a.states) !== isCap(b.states)) return -1;
  return kin < 0 || (kin === 0 && alike < ENOUGH) ? -1 : kin + alike;
}

/**
 * Marks what stands on this side only. Sentences that answer to several of the other side are taken word by word: those say it in an
 * order of their own.
 */
function passage(one: Sentence, pair: Sentence | null, others: readonly Sentence[], side: 'left' | 'right'): Passage {
  if (pair && others.length === 0) {
    const runs = side === 'left' ? diffWords(one.text, pair.text).left : diffWords(pair.text, one.text).right;
    return { url: one.url, runs };
  }
  const texts = [...(pair ? [pair] : []), ...others].map(({ text }) => text);
  return { url: one.url, runs: texts.length === 0 ? [{ text: one.text, own: true }] : markOwn(one.text, texts) };
}

const BEGINNING = 16;

/** "对获得 1 类新药、2 类新药……", without its number */
function beginning(text: string): string {
  const words = text.trim().replace(/^([(（][^)）]{1,3}[)）]|\d+[.．、])\s*/, '');
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).replace(/[，、；：\s]+$/, '')}……` : words;
}

function sentences(node: ComparedNode, read: Reader): Sentence[] {
  return node.anchors.flatMap(({ id, text }) =>
    sentencesOf(text).map((sentence) => ({
      url: `${node.url}#${id}`,
      label: node.label,
      heading: id === 'h',
      text: sentence,
      states: read(node, id, sentence),
    })),
  );
}
