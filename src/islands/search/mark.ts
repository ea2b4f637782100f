/** Marks the words that a result was found by, in the official text of the page that it opened. */
import { fold } from '../../search/normalise.ts';
import { occurrences } from '../../search/clause.ts';
import { loadSheet } from './sheet.ts';

void loadSheet();

const RUNS = 'h1, h2, h3, p, td, th, caption';

function textNodesOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function markIn(element: Element, words: readonly string[]): void {
  const nodes = textNodesOf(element);
  const { text, starts, ends } = fold(nodes.map(({ data }) => data).join(''));
  const wanted = new Uint8Array(ends.at(-1) ?? 0);
  for (const word of words) {
    for (const at of occurrences(text, word)) wanted.fill(1, starts[at], ends[at + word.length - 1]);
  }
  let offset = 0;
  for (const node of nodes) {
    const { length } = node.data;
    let rest = node;
    let from = 0;
    while (from < length) {
      const on = wanted[offset + from] === 1;
      let to = from + 1;
      while (to < length && (wanted[offset + to] === 1) === on) to += 1;
      const next = to < length ? rest.splitText(to - from) : rest;
      if (on) {
        const mark = document.createElement('mark');
        rest.replaceWith(mark);
        mark.append(rest);
      }
      rest = next;
      from = to;
    }
    offset += length;
  }
}

export function markWords(asked: readonly string[]): void {
  const words = asked
    .slice(0, 8)
    .map((word) => fold(word.slice(0, 1_000)).text)
    .filter(Boolean);
  for (const official of document.querySelectorAll('[data-official]')) {
    const runs = [...official.querySelectorAll(RUNS)].filter((run) => !run.querySelector(RUNS));
    for (const run of runs.length > 0 ? runs : [official]) markIn(run, words);
  }
}
