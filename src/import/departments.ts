import { departmentsIn } from '../domain/departments.ts';
import type { ImportedPart } from './parts.ts';
import { bareOf } from './bare.ts';

/** A department as policy.yaml lists it. */
export interface FoundDepartment {
  id: string;
  /** as the text writes it after 责任单位 */
  short: string;
  /** as told from the issuers' names; null where it cannot be */
  full: string | null;
}

/** 责任单位 that clauses name and departments.yaml does not know as this policy's. @param known its lines of this policy */
export function findDepartments(
  policy: string,
  parts: readonly ImportedPart[],
  issuers: readonly string[],
  known: readonly { id: string; short: string }[],
): FoundDepartment[] {
  const shorts = new Set(parts.flatMap(({ nodes }) => nodes.flatMap(({ mdx }) => departmentsIn(mdx))));
  for (const { short } of known) shorts.delete(short);
  const taken = new Set(known.map(({ id }) => id));
  let number = 0;
  return [...shorts].map((short) => {
    do number += 1;
    while (taken.has(`${policy}-department-${number}`));
    return { id: `${policy}-department-${number}`, short, full: fullName(short, issuers) };
  });
}

/** The one office whose name holds the short name's characters in order: 区医保局 is …区医疗保障局. */
export function fullName(short: string, issuers: readonly string[]): string | null {
  const core = bareOf(short).replace(/^(本|市|区|县)/, '');
  const fits = issuers.filter((name) => holds(bareOf(name).replace(/^.*?(?:新区|区|县)/, ''), core));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function holds(name: string, core: string): boolean {
  if (core.length < 2 || name[0] !== core[0]) return false;
  let at = 0;
  for (const one of core) {
    at = name.indexOf(one, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
