import type { ContradictionEntry, PassageEntry, ReadingEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import type { Reading } from '../schemas/reading.ts';
import type { ClaimLedger } from './claims.ts';
import type { Fault } from './fault.ts';
import { checkOwnWords, type OwnWords } from './own-words.ts';
import { fault, within, type Place, type QuoteFinder } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';

interface EvidenceContext {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  nodes: ReadonlyMap<string, PolicyNode>;
  faults: Fault[];
}

interface Passage {
  clause: string;
  quote: string;
  nth?: number | undefined;
}

const fileOf = (folder: PolicyFolder) => `policies/${folder.policy.id}/readings.yaml`;

/** 口径 of a policy, each beside the words that raise it. */
export function buildReadings(folder: PolicyFolder, context: EvidenceContext): ReadingEntry[] {
  const file = fileOf(folder);
  checkUnique(folder, 'readings', context.faults);
  return folder.readings.map((reading, index) => {
    const place: Place = { file, locate: folder.locateReadings, path: ['readings', index] };
    const id = `${folder.policy.id}/${reading.id}`;
    const options = reading.options.map((option) => option.id);
    if (!options.includes(reading.default)) {
      context.faults.push(
        fault(
          within(place, 'default'),
          `默认选项“${reading.default}”不在选项之中`,
          `改成其中之一：${options.join('、')}`,
        ),
      );
    }
    if (new Set(options).size !== options.length)
      context.faults.push(fault(within(place, 'options'), '选项的 id 重复', '各不相同'));
    checkOwnWords(wordsOfReading(reading), quotesOf(reading), reading.otherFigures, place, context.faults);
    const passages = locatePassages(reading.passages, within(place, 'passages'), `reading:${id}`, context);
    for (const { clause } of passages) addOnce(context.nodes.get(clause)?.readings, id);
    return {
      id,
      policy: folder.policy.id,
      title: reading.title,
      question: reading.question,
      default: reading.default,
      why: reading.why,
      options: reading.options,
      passages,
    };
  });
}

/** Contradictions and gaps of a policy, each beside the words it concerns, also in other policies. */
export function buildContradictions(folder: PolicyFolder, context: EvidenceContext): ContradictionEntry[] {
  const file = fileOf(folder);
  checkUnique(folder, 'contradictions', context.faults);
  return folder.contradictions.map((one, index) => {
    const place: Place = { file, locate: folder.locateReadings, path: ['contradictions', index] };
    const id = `${folder.policy.id}/${one.id}`;
    const own: OwnWords = [
      [['title'], one.title],
      [['note'], one.note],
    ];
    checkOwnWords(own, quotesOf(one), one.otherFigures, place, context.faults);
    const passages = locatePassages(one.passages, within(place, 'passages'), `contradiction:${id}`, context);
    for (const { clause } of passages) addOnce(context.nodes.get(clause)?.contradictions, id);
    return { id, policy: folder.policy.id, kind: one.kind, title: one.title, note: one.note, passages };
  });
}

function quotesOf({ passages }: { passages: readonly Passage[] }): string[] {
  return passages.map(({ quote }) => quote);
}

function wordsOfReading({ title, question, why, options }: Reading): OwnWords {
  return [
    [['title'], title],
    [['question'], question],
    [['why'], why],
    ...options.flatMap(({ label, explanation }, index): OwnWords => [
      [['options', index, 'label'], label],
      [['options', index, 'explanation'], explanation],
    ]),
  ];
}

function locatePassages(
  passages: readonly Passage[],
  place: Place,
  note: string,
  context: EvidenceContext,
): PassageEntry[] {
  return passages.flatMap((passage, index) => {
    const { clause, quote, nth } = passage;
    const fragment = { text: quote, clause, ...(nth === undefined ? {} : { nth }) };
    return context.finder.locate([fragment], clause, within(place, index)).map(({ source, piece, start, end }) => {
      context.ledger.mark(piece, start, end, note);
      return { clause, source };
    });
  });
}

function addOnce(list: string[] | undefined, id: string): void {
  if (list && !list.includes(id)) list.push(id);
}

function checkUnique(folder: PolicyFolder, field: 'readings' | 'contradictions', faults: Fault[]): void {
  const seen = new Set<string>();
  folder[field].forEach(({ id }, index) => {
    if (seen.has(id)) {
      faults.push(
        fault(
          { file: fileOf(folder), locate: folder.locateReadings, path: [field, index, 'id'] },
          `id“${id}”重复`,
          '各不相同',
        ),
      );
    }
    seen.add(id);
  });
}
