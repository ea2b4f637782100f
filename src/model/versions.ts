/** Versions of a clause that was amended, and the documents that amended it. */
import { chineseDate, type IsoDate } from '../domain/dates.ts';
import { dayBefore, includesDay, type Period } from '../domain/period.ts';
import type { Validity } from '../domain/validity.ts';
import { anchorIdsOf } from './blocks.ts';
import type { PolicyNode } from './node.ts';
import type { Source } from './rulebook.ts';

/**
 * What a version of an amended clause has that other clauses do not. Its days are those on which it is shown as the clause's text:
 * null is open, towards the beginning or the end. Of a clause that was added or struck out they go beyond the days on which it holds.
 */
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
  /** the document that made it, `<policy>/amendments/<id>`; null of the first, unless that was added */
  amendment: string | null;
  /** of a first version that an amendment added: since when the clause is there */
  added: Turn | null;
  /** of the last version of a clause that an amendment strikes out: since when it is gone */
  struck: Turn | null;
}

/** What comes after a text: true on any day. */
export interface NextText {
  kind: 'amended' | 'struck';
  from: IsoDate;
  /** root-relative: the text that replaces it, or the clause where it is struck out */
  url: string;
}

/** A day on which a clause comes or goes by an amendment. */
export interface Turn {
  /** the first day on which it is there, or is not */
  from: IsoDate;
  /** `<policy>/amendments/<id>` */
  amendment: string;
  /** the words that say so; of an added clause those that state the day */
  source: Source;
  /** below content/: where it is written */
  file: string;
}

/** What a document does to a clause. */
export interface AmendmentEffect {
  kind: 'amended' | 'added' | 'struck';
  /** what news call it by: the id of the text that came, of a clause struck out the one that no text has */
  id: string;
  /** id of the text to show: that which came, or the last one */
  node: string;
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
  /** clause by clause, in document order */
  effects: AmendmentEffect[];
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

/** The days on which a version holds, as far as amendments tell: null is open. */
export function termOf({ from, until, added, struck }: NodeVersion): Period {
  return { from: from ?? added?.from ?? null, until: until ?? (struck && dayBefore(struck.from)) };
}

/** When a text holds: its policy's days, of an amended clause as far as this version goes. */
export function validityOfNode({ version }: PolicyNode, policy: Validity): Validity {
  if (!version) return policy;
  const { from, until } = termOf(version);
  return {
    effective: from ?? policy.effective,
    expires: until ?? policy.expires,
    appliesFrom: from === null ? policy.appliesFrom : null,
  };
}

/** Whether a clause is there on a day: not yet to be added, and not struck out. What a policy gives on a day are these. */
export function standsOn({ version }: PolicyNode, day: IsoDate): boolean {
  return version === null || includesDay(termOf(version), day);
}

/** "自2028年1月1日起删去": true on any day; null of a clause that was neither added nor struck out. */
export function turnWords({ version }: PolicyNode): string | null {
  const words = [
    ...(version?.added ? [`自${chineseDate(version.added.from)}起增加`] : []),
    ...(version?.struck ? [`自${chineseDate(version.struck.from)}起删去`] : []),
  ];
  return words.length === 0 ? null : words.join('，');
}

/** Whether a text is the one that its clause has on a day, the last one also when it is struck out; exactly one is. */
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
