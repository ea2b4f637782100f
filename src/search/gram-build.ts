/** The index of pairs, for the texts of a site too large for every visitor to load. Pure. */
import { piecesOf } from '../model/blocks.ts';
import type { PolicyNode } from '../model/node.ts';
import { endsWhole, startsWhole } from './clause.ts';
import { orderOf } from './gram-shard.ts';
import { ANYWHERE, EDGE, IN_WORD, soundOf } from './grams.ts';
import { normalise } from './normalise.ts';

/** Numbers a file: with fewer a query wastes less on its neighbours, with more it asks for fewer files. */
const ROOM = 2_000;

/** What the pinyin of a character may begin with. */
export type Initials = ReadonlyMap<string, readonly string[]>;

type Add = (pair: string, number: number) => void;
type List = readonly [pair: string, numbers: number[]];

/** All lists in files, in order, and the length of each node's text. */
export function gramsOf(nodes: readonly PolicyNode[], initials: Initials): { shards: List[][]; lengths: number[] } {
  const lists = new Map<string, number[]>();
  const add: Add = (pair, number) => {
    const list = lists.get(pair);
    if (!list) lists.set(pair, [number]);
    else if (list.at(-1) !== number) list.push(number);
  };
  let at = 0;
  const lengths = nodes.map((node, index) => {
    const start = at;
    for (const { piece } of piecesOf(node.blocks)) {
      const characters = Array.from(normalise(piece.text));
      addPiece(characters, at, index, add);
      addSounds(characters, at, initials, add);
      // one place is left free, so that no phrase runs across
      at += characters.length + 1;
    }
    return at - start;
  });
  return { shards: shardsOf([...lists].sort(([a], [b]) => orderOf(a) - orderOf(b))), lengths };
}

function addPiece(characters: readonly string[], at: number, node: number, add: Add): void {
  const text = characters.join('');
  let unit = 0;
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    add(ANYWHERE + character, node);
    if (next !== undefined) add(character + next, at + index);
    if (IN_WORD.test(character)) {
      if (startsWhole(text, unit)) add(EDGE + character, at + index);
      if (endsWhole(text, unit + 1)) add(character + EDGE, at + index);
    }
    unit += character.length;
  });
}

/** The text once more as it sounds: "jjcj" finds 洁净车间. */
function addSounds(characters: readonly string[], at: number, initials: Initials, add: Add): void {
  characters.forEach((character, index) => {
    for (const first of initials.get(character) ?? [])
      for (const second of initials.get(characters[index + 1] ?? '') ?? [])
        add(soundOf(first) + soundOf(second), at + index);
  });
}

function shardsOf(lists: readonly List[]): List[][] {
  const shards: List[][] = [];
  let room = 0;
  for (const list of lists) {
    const size = list[1].length + 3;
    if (shards.length === 0 || size > room) {
      shards.push([]);
      room = ROOM;
    }
    shards.at(-1)?.push(list);
    room -= size;
  }
  return shards;
}
