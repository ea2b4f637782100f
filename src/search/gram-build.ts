/** The index of pairs, for the texts of a site too large for every visitor to load. Pure. */
import { piecesOf } from '../model/blocks.ts';
import type { PolicyNode } from '../model/node.ts';
import { endsWhole, startsWhole } from './clause.ts';
import { orderOf } from './gram-shard.ts';
import { ANYWHERE, EDGE, IN_WORD } from './grams.ts';
import { normalise } from './normalise.ts';

/** Numbers a file: with fewer a query wastes less on its neighbours, with more it asks for fewer files. */
const ROOM = 2_000;

type List = readonly [pair: string, numbers: number[]];

/** All lists in files, in order, and the length of each node's text. */
export function gramsOf(nodes: readonly PolicyNode[]): { shards: List[][]; lengths: number[] } {
  const lists = new Map<string, number[]>();
  const add = (pair: string, number: number): void => {
    const list = lists.get(pair);
    if (!list) lists.set(pair, [number]);
    else if (list.at(-1) !== number) list.push(number);
  };
  let at = 0;
  const lengths = nodes.map((node, index) => {
    const start = at;
    for (const { piece } of piecesOf(node.blocks)) at = addPiece(normalise(piece.text), at, index, add);
    return at - start;
  });
  return { shards: shardsOf([...lists].sort(([a], [b]) => orderOf(a) - orderOf(b))), lengths };
}

/** @returns where the next piece begins: one place is left free, so that no phrase runs across */
function addPiece(text: string, at: number, node: number, add: (pair: string, number: number) => void): number {
  const characters = Array.from(text);
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
  return at + characters.length + 1;
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
