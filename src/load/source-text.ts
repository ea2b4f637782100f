import { charactersOf, withoutWhitespace } from '../domain/text.ts';
import type { Fault } from './fault.ts';
import type { PolicyNode } from '../model/node.ts';
import type { PolicyFolder } from './read-policies.ts';

/**
 * The texts of the first versions joined are the published text, character for character. A difference is reported at
 * the clause in which it begins, at the line of the piece if it can be told.
 */
export function checkSourceText(folder: PolicyFolder, all: readonly PolicyNode[], faults: Fault[]): void {
  const published = charactersOf(folder.source);
  // later versions and added clauses are proved by the documents that made them
  const files = folder.clauses.filter(({ amends }) => amends === null);
  const nodes = all.filter((_, index) => folder.clauses[index]?.amends === null);
  let at = 0;
  for (const [index, node] of nodes.entries()) {
    const own = withoutWhitespace(node.text);
    if (published.startsWith(own, at)) {
      at += own.length;
      continue;
    }
    const source = `policies/${folder.policy.id}/source.txt`;
    const file = files[index];
    const later = own.length > 0 ? published.indexOf(own, at) : -1;
    if (later !== -1) {
      faults.push({
        file: node.file,
        line: 1,
        field: '正文',
        problem: `${source} 在本条之前还有“${published.slice(at, at + 20)}”（${later - at} 字），这里缺少或次序不对`,
        remedy: `补上缺少的条款（${nodes[index - 1]?.file ?? '开头'} 之后），或改 order，或改 policies/${folder.policy.id}/policy.yaml 里 parts 的次序`,
      });
      at = later + own.length;
      continue;
    }
    const wrong = firstDifference(own, published.slice(at));
    faults.push({
      file: node.file,
      line: file ? lineOf(file, wrong) : 1,
      field: '正文',
      problem: `与 ${source} 不同：原文是“${published.slice(at + Math.max(0, wrong - 6), at + wrong + 12)}”，这里是“${own.slice(Math.max(0, wrong - 6), wrong + 12)}”`,
      remedy: '照 source.txt 逐字改正；只有空白、分页和列表符号可以不同',
    });
    const next = nodes[index + 1];
    const resumed = next ? published.indexOf(withoutWhitespace(next.text), at) : -1;
    // without the next node to hold on to, what follows cannot be told apart: one fault is enough
    if (resumed === -1) return;
    at = resumed;
  }
  if (at < published.length) {
    const last = nodes.at(-1);
    faults.push({
      file: last?.file ?? folder.policy.id,
      line: 1,
      field: '正文',
      problem: `policies/${folder.policy.id}/source.txt 在此之后还有“${published.slice(at, at + 20)}”`,
      remedy: '补上缺少的条款或文字',
    });
  }
}

export function firstDifference(own: string, published: string): number {
  for (let at = 0; at < own.length; at += 1) if (own[at] !== published[at]) return at;
  return own.length;
}

/** The line of the body on which the n-th character that is not whitespace stands. */
export function lineOf(file: PolicyFolder['clauses'][number], offset: number): number {
  let seen = 0;
  for (const { text, line } of file.lines) {
    seen += withoutWhitespace(text).length;
    if (seen > offset) return line;
  }
  return file.bodyLine;
}
