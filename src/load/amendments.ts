import { anchorsOf } from '../model/blocks.ts';
import type { Block, PolicyNode } from '../model/node.ts';
import type { AmendmentEffect, AmendmentEntry } from '../model/versions.ts';
import { withoutWhitespace } from '../domain/text.ts';
import type { Quote } from '../schemas/quote.ts';
import type { Fault } from './fault.ts';
import { matchFigures } from './figures-match.ts';
import { fault, QuoteFinder, within, type Place } from './quotes.ts';
import { AMENDMENTS, type AmendmentFile } from './read-amendments.ts';
import { nodeIdOf } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import { figuresOfEffect } from './stated-dates.ts';

/** The documents that amend a policy, each date and number checked against their words. */
export function buildAmendments(folder: PolicyFolder, faults: Fault[]): AmendmentEntry[] {
  return folder.amendments.map((amendment) => buildAmendment(amendment, folder, faults));
}

function buildAmendment(amendment: AmendmentFile, folder: PolicyFolder, faults: Fault[]): AmendmentEntry {
  const { meta, id, file, locate } = amendment;
  const node = amendmentNode(amendment, folder.policy.id);
  const finder = new QuoteFinder(new Map([[node.id, node]]), faults);
  const place: Place = { file, locate, path: [] };
  const stated = (field: 'issued' | 'effective', quote: Quote): AmendmentEntry['source'] => {
    const at = within(place, field, 'quote');
    const located = finder.locate(quote, node.id, at);
    const { date } = meta[field];
    const figures =
      field === 'effective' ? figuresOfEffect(date, quote, meta.issued.date) : [{ kind: 'date' as const, date }];
    matchFigures(figures, located, at, faults);
    return located[0]?.source ?? { clause: node.id, anchor: '', label: meta.label, url: node.url, quote: '' };
  };
  const require = (field: 'title' | 'documentNumber'): void => {
    const words = meta[field];
    if (words !== null && !withoutWhitespace(node.text).includes(withoutWhitespace(words)))
      faults.push(fault(within(place, field), `${amendment.sourceFile} 里没有“${words}”`, '照修改文件抄录'));
  };
  require('title');
  require('documentNumber');
  stated('issued', meta.issued.quote);
  if (meta.issued.date > meta.effective.date)
    faults.push(
      fault(
        within(place, 'effective'),
        `施行日期 ${meta.effective.date} 早于印发日期 ${meta.issued.date}`,
        '对照修改文件改正日期',
      ),
    );
  return {
    id: node.id,
    policy: folder.policy.id,
    title: meta.title,
    label: meta.label,
    documentNumber: meta.documentNumber,
    issued: meta.issued.date,
    effective: meta.effective.date,
    source: stated('effective', meta.effective.quote),
    publication: meta.publication,
    url: node.url,
    node,
    effects: effectsOf(id, folder),
  };
}

/** What the document does, clause by clause in document order. */
function effectsOf(id: string, { clauses, repeals }: PolicyFolder): AmendmentEffect[] {
  return clauses.flatMap((file): AmendmentEffect[] => {
    const node = nodeIdOf(file);
    const end = repeals.find(({ last, meta }) => last === file && meta.amendment === id);
    return [
      ...(file.amends?.amendment === id
        ? [{ kind: file.version === 1 ? ('added' as const) : ('amended' as const), id: node, node }]
        : []),
      ...(end ? [{ kind: 'struck' as const, id: end.id, node }] : []),
    ];
  });
}

/** The document's text: a line of source.txt is a paragraph. */
export function amendmentNode({ id, meta, source, sourceFile }: AmendmentFile, policy: string): PolicyNode {
  const lines = source.split('\n').flatMap((line) => line.trim() || []);
  const blocks = lines.map((text, index): Block => {
    return { type: 'paragraph', anchor: `p${index + 1}`, piece: { text, marks: [] } };
  });
  const anchors = anchorsOf(blocks);
  return {
    id: `${policy}/${AMENDMENTS}/${id}`,
    policy,
    part: AMENDMENTS,
    node: id,
    kind: 'notice',
    index: -1,
    version: null,
    label: meta.label,
    fullLabel: meta.title,
    title: meta.title,
    url: `/${policy}/${AMENDMENTS}/${id}/`,
    hasPage: true,
    blocks,
    text: anchors.map(({ text }) => text).join('\n'),
    anchors,
    topics: [],
    departments: [],
    implements: [],
    implementedBy: [],
    support: [],
    applicants: [],
    chapter: null,
    conditions: [],
    materials: [],
    awards: [],
    restates: [],
    restatements: [],
    readings: [],
    contradictions: [],
    terms: [],
    examples: [],
    file: sourceFile,
  };
}
