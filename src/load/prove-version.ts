import { charactersOf, withoutWhitespace } from '../domain/text.ts';
import type { PolicyNode } from '../model/node.ts';
import type { TextChange } from '../schemas/clause.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';
import type { AmendmentFile } from './read-amendments.ts';
import type { ClauseFile } from './read-clause.ts';
import { firstDifference, lineOf } from './source-text.ts';

/**
 * Every character of a later version comes from the document that made it: the version stands in it whole, or it is the version
 * before with changes carried out, of which the document has both halves.
 */
export function proveVersion(
  file: ClauseFile,
  node: PolicyNode,
  before: PolicyNode,
  amendment: AmendmentFile,
  faults: Fault[],
): void {
  const [own, old] = [node.text, before.text].map(withoutWhitespace) as [string, string];
  const document = unquoted(charactersOf(amendment.source));
  const changes = file.amends?.changes ?? [];
  const wrong = wrongIn(file, faults);
  if (own === old) wrong(0, `与前一版（${before.file}）一字不差`, '照修改文件改正文，或删去这个文件');
  if (changes.length === 0) {
    const remedy = '照修改文件逐字抄录；修改文件只改几处字句的，把每一处写进 changes';
    return proveWhole(own, document, amendment.sourceFile, remedy, wrong);
  }
  const place: Place = { file: file.file, locate: file.locate, path: ['changes'] };
  checkStated(changes, document, amendment.sourceFile, place, faults);
  const changed = carryOut(changes, old, before, place, faults);
  if (changed === null || changed === own) return;
  const at = firstDifference(own, changed);
  wrong(at, `照 changes 改出来的是“${around(changed, at)}”，这里是“${around(own, at)}”`, '改正文，或改 changes');
}

/** A clause that was added stands whole in the document that adds it. */
export function proveAdded(file: ClauseFile, node: PolicyNode, amendment: AmendmentFile, faults: Fault[]): void {
  const document = unquoted(charactersOf(amendment.source));
  const remedy = '照修改文件逐字抄录；首次公布时就有的条款不写 amendment 和 after';
  proveWhole(withoutWhitespace(node.text), document, amendment.sourceFile, remedy, wrongIn(file, faults));
}

type Wrong = (at: number, problem: string, remedy: string) => void;

function wrongIn(file: ClauseFile, faults: Fault[]): Wrong {
  return (at, problem, remedy) => {
    faults.push({ file: file.file, line: lineOf(file, at), field: '正文', problem, remedy });
  };
}

function proveWhole(own: string, document: string, sourceFile: string, remedy: string, wrong: Wrong): void {
  const at = reach(unquoted(own), document);
  if (at < own.length) wrong(at, `${sourceFile} 里没有“${around(own, at)}”`, remedy);
}

/** Inside the quotation marks of an amending document “” are written ‘’: the one difference that is none. */
function unquoted(characters: string): string {
  return characters.replaceAll('‘', '“').replaceAll('’', '”');
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 6), at + 12);
}

/** How many characters from the beginning stand together in the document. */
function reach(own: string, document: string): number {
  let [known, unknown] = [0, own.length + 1];
  while (unknown - known > 1) {
    const middle = (known + unknown) >> 1;
    if (document.includes(own.slice(0, middle))) known = middle;
    else unknown = middle;
  }
  return known;
}

function checkStated(
  changes: readonly TextChange[],
  document: string,
  sourceFile: string,
  place: Place,
  faults: Fault[],
): void {
  changes.forEach((change, index) => {
    for (const half of ['from', 'to'] as const) {
      const words = change[half];
      if (document.includes(unquoted(withoutWhitespace(words)))) continue;
      faults.push(fault(within(place, index, half), `${sourceFile} 里没有“${words}”`, '照修改文件逐字抄录'));
    }
  });
}

/** The version before with the changes carried out; null, and a fault, where they do not fit it. */
function carryOut(
  changes: readonly TextChange[],
  old: string,
  before: PolicyNode,
  place: Place,
  faults: Fault[],
): string | null {
  let [result, from] = ['', 0];
  for (const [index, change] of changes.entries()) {
    const words = withoutWhitespace(change.from);
    const places = occurrences(old, words);
    const at = places[(change.nth ?? 1) - 1];
    const refuse = (problem: string, remedy: string): null => {
      faults.push(fault(within(place, index, 'from'), problem, remedy));
      return null;
    };
    if (at === undefined)
      return refuse(`前一版（${before.file}）里没有“${change.from}”`, '照前一版抄录要改的字句，或改 nth');
    if (change.nth === undefined && places.length > 1)
      return refuse(`“${change.from}”在前一版里出现 ${places.length} 次`, '抄长一些，或用 nth 写明是第几次');
    if (at < from) return refuse('与上一处修改重叠，或次序在它之前', '照正文的先后写，各不重叠');
    result += old.slice(from, at) + withoutWhitespace(change.to);
    from = at + words.length;
  }
  return result + old.slice(from);
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}
