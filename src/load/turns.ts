import { toChineseNumber } from '../domain/chinese-numbers.ts';
import type { Source } from '../model/rulebook.ts';
import type { Turn } from '../model/versions.ts';
import type { Quote } from '../schemas/quote.ts';
import { amendmentNode } from './amendments.ts';
import type { Fault } from './fault.ts';
import { splitNode } from './labels.ts';
import { fault, QuoteFinder, type Place } from './quotes.ts';
import type { AmendmentFile } from './read-amendments.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { RepealFile } from './read-repeals.ts';

/**
 * Since when a clause is there, and since when it is gone, where amendments say so.
 * @param place `<part>/<node>`
 */
export function turnsOf(
  { policy, clauses, repeals, amendments }: PolicyFolder,
  place: string,
  faults: Fault[],
): { added: Turn | null; struck: Turn | null } {
  const isHere = ({ part, meta }: PolicyFolder['clauses'][number]): boolean => `${part}/${meta.node}` === place;
  const documentOf = (id: string | undefined) => amendments.find((one) => one.id === id);
  const first = clauses.find((file) => file.version === 1 && file.amends !== null && isHere(file));
  const end = repeals.find(({ last }) => isHere(last));
  const [adding, striking] = [documentOf(first?.amends?.amendment), documentOf(end?.meta.amendment)];
  const turn = (document: AmendmentFile, quote: Quote, file: string, at: Place, told: Fault[]): Turn => ({
    from: document.meta.effective.date,
    ...wordsIn(document, policy.id, quote, at, told),
    file,
  });
  return {
    added:
      first && adding
        ? // whether the words state the day is told at the document
          turn(adding, adding.meta.effective.quote, first.file, { ...adding, path: [] }, [])
        : null,
    struck: end && striking ? turn(striking, end.meta.repealed, end.file, struckAt(end, faults), faults) : null,
  };
}

function wordsIn(
  document: AmendmentFile,
  policy: string,
  quote: Quote,
  place: Place,
  faults: Fault[],
): { amendment: string; source: Source } {
  const node = amendmentNode(document, policy);
  const [found] = new QuoteFinder(new Map([[node.id, node]]), faults).locate(quote, node.id, place);
  const source = found?.source ?? { clause: node.id, anchor: '', label: document.meta.label, url: node.url, quote: '' };
  return { amendment: node.id, source };
}

/** Where the striking words stand, which must say that they strike, and strike this very clause. */
function struckAt({ file, locate, last, meta }: RepealFile, faults: Fault[]): Place {
  const place: Place = { file, locate, path: ['repealed'] };
  const words = meta.repealed.map(({ text }) => text.replace(/\s/g, '')).join('');
  const { number } = splitNode(last.meta.node);
  if (!/[删除废]/.test(words))
    faults.push(fault(place, `“${words}”没有说删去`, '抄修改文件里写明删去（删除、废止）这一条的话'));
  else if (number !== null && !/[至到—-]/.test(words) && !numeralsOf(number).some((one) => words.includes(one)))
    faults.push(
      fault(
        place,
        `“${words}”里没有本条的序号 ${numeralsOf(number).join('、')}`,
        '核对删去的是哪一条，抄写明这一条的话',
      ),
    );
  return place;
}

function numeralsOf(number: number): string[] {
  return [toChineseNumber(number), String(number)];
}
