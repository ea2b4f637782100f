/** Versions of a clause that was amended, and the documents that amended it. */
import type { IsoDate } from '../domain/dates.ts';
import { includesDay, type Period } from '../domain/period.ts';
import type { Validity } from '../domain/validity.ts';
import { anchorIdsOf } from './blocks.ts';
import type { PolicyNode } from './node.ts';
import type { Source } from './rulebook.ts';

/** What a version of an amended clause has that other clauses do not. Its days: null is open, towards the beginning or the end. */
export interface NodeVersion extends Period {
  /** 1 as first published */
  number: number;
  /** root-relative address that always shows this version */
  url: string;
  /** "2027年1月1日起文本": what its citations add to the clause's label */
  words: string;
  /** ids of the versions before and after; null at the ends */
  replaces: string | null;
  replacedBy: string | null;
  /** the document that made it, `<policy>/amendments/<id>`; null of the first */
  amendment: string | null;
}

/** A document that amends clauses of a policy. */
export interface AmendmentEntry {
  /** `<policy>/amendments/<id>` */
  id: string;
  policy: string;
  title: string;
  /** short: "2027 年修改通知" */
  label: string;
  documentNumber: string | null;
  issued: IsoDate;
  effective: IsoDate;
  /** the words that state its day of effect */
  source: Source;
  publication: { url: string | null; note: string };
  url: string;
  /** its text, paragraph by paragraph; no node of the policy */
  node: PolicyNode;
  /** ids of the versions that it made */
  made: string[];
}

/** `minhang-2025/rules/6` of each of its versions. */
export function placeIdOf(id: string): string {
  return id.replace(/@\d+$/, '');
}

/** The address that always shows this very text; `url` shows the clause as it is in force. */
export function permalinkOf({ url, version }: PolicyNode): string {
  return version?.url ?? url;
}

/** How a citation names a text: of an amended clause with its version, "细则（六）（2027年1月1日起文本）". */
export function citedLabel({ label, version }: PolicyNode): string {
  return version ? `${label}（${version.words}）` : label;
}

/** The address that shows the clause in force, of whichever version this is. */
export function placeUrlOf({ policy, part, node, url, version }: PolicyNode): string {
  return version ? `/${policy}/${part}/${node}/` : url;
}

/** When a text holds: its policy's days, of an amended clause as far as this version goes. */
export function validityOfNode({ version }: PolicyNode, policy: Validity): Validity {
  if (!version) return policy;
  return {
    effective: version.from ?? policy.effective,
    expires: version.until ?? policy.expires,
    appliesFrom: version.from === null ? policy.appliesFrom : null,
  };
}

/** Whether a text is the one that its clause has on a day; exactly one is. */
export function isTextOn({ version }: PolicyNode, day: IsoDate): boolean {
  return version === null || includesDay(version, day);
}

/** Every text that the knowledge base has, in force or not. */
export function allTexts({ nodes, otherVersions }: Texts): readonly PolicyNode[] {
  return otherVersions.length === 0 ? nodes : [...nodes, ...otherVersions];
}

type Texts = { nodes: readonly PolicyNode[]; otherVersions: readonly PolicyNode[] };

/** All versions of a node's clause, the first one first; none where it was never amended. */
export function versionsOf(node: PolicyNode, texts: Texts): PolicyNode[] {
  if (!node.version) return [];
  const place = placeIdOf(node.id);
  return allTexts(texts)
    .filter((one) => one.version !== null && placeIdOf(one.id) === place)
    .sort((a, b) => (a.version?.number ?? 0) - (b.version?.number ?? 0));
}

/** Anchors that other versions have and this one has not, each with the version nearest to it that has it. */
export function lostAnchors(
  node: PolicyNode,
  versions: readonly PolicyNode[],
): { anchor: string; version: PolicyNode }[] {
  const own = new Set(anchorIdsOf(node.blocks));
  const at = node.version?.number ?? 0;
  const nearest = [...versions].sort((a, b) => distance(a, at) - distance(b, at));
  const found = new Map<string, PolicyNode>();
  for (const version of nearest)
    for (const anchor of anchorIdsOf(version.blocks))
      if (!own.has(anchor) && !found.has(anchor)) found.set(anchor, version);
  return [...found].map(([anchor, version]) => ({ anchor, version }));
}

function distance({ version }: PolicyNode, from: number): number {
  return Math.abs((version?.number ?? 0) - from);
}
