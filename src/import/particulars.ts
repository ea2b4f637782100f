import type { PolicyMark } from '../schemas/policy.ts';
import { findDates } from './dates.ts';
import { findAll } from './find.ts';
import { findIssuers } from './issuers.ts';
import { freeMark } from './mark.ts';
import type { ImportedPart } from './parts.ts';
import type { Paragraph } from './unwrap.ts';

/** policy.yaml as it is written: what the text does not say is null, for an editor to fill in. */
export interface Particulars {
  id: string;
  draft: true;
  order: number;
  title: string;
  shortTitle: string;
  district: string;
  issuers: string[] | null;
  [field: string]: unknown;
}

export interface Others {
  /** place among the policies */
  order: number;
  marks: readonly PolicyMark[];
}

/** Everything that policy.yaml says of a policy, as far as the text says it. */
export function findParticulars(
  id: string,
  parts: readonly ImportedPart[],
  paragraphs: readonly Paragraph[],
  others: Others,
): Particulars {
  const title = (parts.find(({ kind }) => kind === 'text') ?? parts[0])?.fullTitle ?? '';
  const { issuers, documentNumber, district } = findIssuers(id, parts, paragraphs, title);
  const { byReference, ...dates } = findDates(id, parts);
  const name = district ?? '未知';
  const year =
    /〔?(\d{4})/.exec(documentNumber?.text ?? '')?.[1] ?? dates.issued?.date.slice(0, 4) ?? /\d{4}/.exec(id)?.[0];
  const funding = findFunding(id, parts);
  return {
    id,
    draft: true,
    order: others.order,
    title,
    shortTitle: [name.replace(/(新区|区|县)$/, ''), year ?? ''].join(' ').trim(),
    district: name,
    issuers: issuers.length > 0 ? issuers : null,
    documentNumber,
    ...dates,
    ...(byReference ? { byReference } : {}),
    ...(funding ? { funding } : {}),
    procedure: null,
    publication: null,
    mark: freeMark(name.slice(0, 1), others.marks),
    parts: parts.map(({ id: part, title: partTitle, fullTitle, labels, citations, sections }) => ({
      id: part,
      title: partTitle,
      fullTitle,
      ...(Object.keys(labels).length > 0 ? { labels } : {}),
      ...(Object.keys(citations).length > 0 ? { citations } : {}),
      ...(sections ? { sections } : {}),
    })),
  };
}

/** 资金分担: "由区镇按照 8:2 比例共同承担". Two parties of one character each; others are told by an editor. */
function findFunding(policy: string, parts: readonly ImportedPart[]): Record<string, unknown> | null {
  const [found] = findAll(
    policy,
    parts,
    /(?<a>[市区县镇])、?(?<b>[区县镇街])(?:两级)?按照?(?<left>\d+)[:：](?<right>\d+)(?:的)?比例(?:共同)?[承分]担/,
  );
  if (!found) return null;
  const { a, b, left, right } = found.groups;
  return { parties: [a, b], ratio: `${left}:${right}`, clause: found.clause, quote: found.quote };
}
