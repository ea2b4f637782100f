import type { ChangeEntry, PolicyEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import {
  citedLabel,
  permalinkOf,
  placeUrlOf,
  turnWords,
  type AmendmentEffect,
  type AmendmentEntry,
} from '../model/versions.ts';
import type { Change } from '../schemas/change.ts';
import type { Fault } from './fault.ts';
import type { Shared } from './read-shared.ts';

/** 改动 with the places that they concern; each must exist, and the newest stands first. */
export function buildChanges(
  { value, file, locate }: Shared<Change[]>,
  policies: readonly PolicyEntry[],
  nodes: readonly PolicyNode[],
  amendments: readonly AmendmentEntry[],
  faults: Fault[],
): ChangeEntry[] {
  const places = new Map([
    ...policies.map((policy) => [policy.id, { label: policy.shortTitle, url: policy.url }] as const),
    ...policies.flatMap(({ id, shortTitle, parts }) =>
      parts.map((part) => [`${id}/${part.id}`, { label: `${shortTitle} ${part.title}`, url: part.url }] as const),
    ),
    ...amendments.map(({ id, label, url }) => [id, { label, url }] as const),
    ...amendments.flatMap(({ effects }) => struckPlaces(effects, nodes)),
    // the first version's id is the clause's own
    ...nodes.map((node): [string, { label: string; url: string }] => {
      const later = (node.version?.number ?? 1) > 1;
      return [
        node.id,
        later ? { label: citedLabel(node), url: permalinkOf(node) } : { label: node.label, url: placeUrlOf(node) },
      ];
    }),
  ]);
  const report = (path: (string | number)[], problem: string, remedy: string): void => {
    faults.push({ file, line: locate(path), field: path.join('.'), problem, remedy });
  };
  const told = new Set(value.flatMap(({ clauses }) => clauses));
  for (const { effects } of amendments)
    for (const { id } of effects)
      if (!told.has(id))
        report(['clauses'], `没有一条改动说到“${id}”`, '写一条，clauses 里列出这一版：订阅的人由此得知');
  return value.map(({ id, date, title, note, clauses }, index) => {
    const before = value[index - 1];
    if (before && before.date < date) report([index, 'date'], '比上一条新', '把新的改动写在前面');
    if (value.findIndex((one) => one.id === id) !== index) report([index, 'id'], `“${id}”写了两次`, '换一个编号');
    return {
      id,
      date,
      title,
      note,
      places: clauses.flatMap((clause, at) => {
        const place = places.get(clause);
        if (!place) report([index, 'clauses', at], `没有“${clause}”`, '写已有的条款、部分或政策的全称');
        return place ?? [];
      }),
    };
  });
}

/** A clause struck out has no text to lead to but the last one, at the clause's own address. */
function struckPlaces(
  effects: readonly AmendmentEffect[],
  nodes: readonly PolicyNode[],
): [string, { label: string; url: string }][] {
  return effects.flatMap(({ kind, id, node: last }) => {
    const node = kind === 'struck' ? nodes.find((one) => one.id === last) : undefined;
    return node ? [[id, { label: `${node.label}（${turnWords(node)}）`, url: placeUrlOf(node) }]] : [];
  });
}
