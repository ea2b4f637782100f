import { chineseDate, type IsoDate } from '../domain/dates.ts';
import { dayBefore } from '../domain/period.ts';
import type { PolicyNode } from '../model/node.ts';
import { isTextOn, placeIdOf } from '../model/versions.ts';
import type { Fault } from './fault.ts';
import { proveAdded, proveVersion } from './prove-version.ts';
import { fault, type Place } from './quotes.ts';
import { AMENDMENTS } from './read-amendments.ts';
import type { ClauseFile } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import { turnsOf } from './turns.ts';

/**
 * Dates the versions of amended clauses, gives each its address, and proves their texts; dates what was added or struck out.
 * @param nodes of the folder's clauses, one each
 */
export function joinVersions(folder: PolicyFolder, nodes: readonly PolicyNode[], faults: Fault[]): void {
  const { clauses, repeals, policy } = folder;
  const placeOf = ({ part, meta }: ClauseFile): string => `${part}/${meta.node}`;
  const amended = new Set([...clauses.filter(({ amends }) => amends), ...repeals.map(({ last }) => last)].map(placeOf));
  for (const place of amended) {
    const chain = clauses.flatMap((file, index) => {
      const node = nodes[index];
      const amendment = folder.amendments.find(({ id }) => id === file.amends?.amendment) ?? null;
      const from = amendment?.meta.effective.date ?? null;
      return node && placeOf(file) === place ? [{ file, node, amendment, from }] : [];
    });
    const { added, struck } = turnsOf(folder, place, faults);
    for (const [at, { file, node, amendment, from: begins }] of chain.entries()) {
      const [before, after] = [chain[at - 1], chain[at + 1]];
      const from = before ? begins : null;
      const until = after?.from ? dayBefore(after.from) : null;
      node.version = {
        number: file.version,
        url: `/${policy.id}/${place}/v${file.version}/`,
        from,
        until,
        words: wordsOf(from ?? added?.from ?? null, after?.from ?? struck?.from ?? null),
        replaces: before?.node.id ?? null,
        replacedBy: after?.node.id ?? null,
        amendment: amendment && `${policy.id}/${AMENDMENTS}/${amendment.id}`,
        added: before ? null : added,
        struck: after ? null : struck,
      };
      node.url = node.version.url;
      const home = `/${policy.id}/${place}/`;
      if (after?.from) node.next = { kind: 'amended', from: after.from, url: `${home}v${after.file.version}/` };
      else if (node.version.struck) node.next = { kind: 'struck', from: node.version.struck.from, url: home };
      if (!amendment || begins === null) continue;
      const own = { file: file.file, locate: file.locate, path: ['amendment'] };
      checkDate(own, '这一版', begins, before?.from ?? policy.effective.date, policy.expires.date, faults);
      if (before) proveVersion(file, node, before.node, amendment, faults);
      else proveAdded(file, node, amendment, faults);
    }
    const end = repeals.find(({ last }) => placeOf(last) === place);
    if (end && struck)
      checkDate(
        { file: end.file, locate: end.locate, path: ['amendment'] },
        '这一条删去，',
        struck.from,
        chain.at(-1)?.from ?? policy.effective.date,
        policy.expires.date,
        faults,
      );
  }
  checkUsed(folder, faults);
}

/** "2027年1月1日起文本", "2028年1月1日前文本": since when, and of what has no beginning of its own until when. */
function wordsOf(from: IsoDate | null, next: IsoDate | null): string {
  if (from !== null) return `${chineseDate(from)}起文本`;
  return `${next === null ? '' : chineseDate(next)}前文本`;
}

function checkDate(
  place: Place,
  what: string,
  from: IsoDate,
  before: IsoDate,
  expires: IsoDate | null,
  faults: Fault[],
): void {
  if (from <= before)
    faults.push(
      fault(
        place,
        `${what}自 ${from} 起施行，不晚于前一版的 ${before}`,
        '改 amendment，或改修改文件 amendment.yaml 的 effective；后一版须晚于前一版',
      ),
    );
  if (expires !== null && from > expires)
    faults.push(
      fault(
        place,
        `${what}自 ${from} 起施行，而政策有效期至 ${expires}`,
        '改修改文件的 effective；修改文件延长有效期的，同时改 policy.yaml 的 expires',
      ),
    );
}

/** A document that amends nothing is a slip: its clauses were forgotten, or name another. */
function checkUsed({ amendments, clauses, repeals, policy }: PolicyFolder, faults: Fault[]): void {
  for (const { id, file } of amendments) {
    if (clauses.some(({ amends }) => amends?.amendment === id)) continue;
    if (repeals.some(({ meta }) => meta.amendment === id)) continue;
    faults.push({
      file,
      line: 1,
      field: '文件',
      problem: `没有条款写明由修改文件“${id}”修改`,
      remedy: `给所改的条款各写一个后一版的文件（policies/${policy.id}/<部分>/<文件名>.v2.mdx），或删去这个文件夹`,
    });
  }
}

/** The texts of a day: one of each clause, at the clause's own address, and all others. */
export function textsOn(
  all: readonly PolicyNode[],
  day: IsoDate,
): { nodes: PolicyNode[]; otherVersions: PolicyNode[] } {
  const nodes = all.filter((node) => isTextOn(node, day));
  for (const node of nodes) if (node.version) node.url = `/${node.policy}/${node.part}/${node.node}/`;
  return { nodes, otherVersions: all.filter((node) => !isTextOn(node, day)) };
}

/** Clauses refer to clauses, not to texts: of each the version of the day. */
export function resolvePlaces(all: readonly PolicyNode[], nodes: readonly PolicyNode[]): void {
  if (all.length === nodes.length) return;
  const current = new Map(nodes.map(({ id }) => [placeIdOf(id), id]));
  const resolve = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => current.get(placeIdOf(id)) ?? id))];
  const first = new Map(all.map((node) => [node.id, node]));
  for (const node of all) node.implements = resolve(node.implements);
  // what carries a clause out was told to its first version
  for (const node of [...all].reverse())
    node.implementedBy = resolve(first.get(placeIdOf(node.id))?.implementedBy ?? node.implementedBy);
}
