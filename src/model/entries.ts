/** Addresses of what stands on pages of its policy: readings, contradictions and departments. A public contract. */

/** `reading-<policy>-<id>`: the anchor of an entry, the same on every page. @param id `<policy>/<id>` */
export function entryId(kind: 'reading' | 'contradiction', id: string): string {
  return `${kind}-${id.replace('/', '-')}`;
}

/** 口径与疑义 of a policy. */
export function notesUrl(policy: string): string {
  return `/${policy}/notes/`;
}

/** @param id `<policy>/<id>` */
export function entryUrl(kind: 'reading' | 'contradiction', id: string): string {
  return `${notesUrl(id.split('/')[0] ?? '')}#${entryId(kind, id)}`;
}

/** 责任单位 of a policy; of one of them with its id. */
export function departmentsUrl(policy: string, id?: string): string {
  return `/${policy}/departments/${id === undefined ? '' : `#${id}`}`;
}

/**
 * Where an entry or a department stood before policies had pages for them. Of those that were published then the old address
 * leads on for ever; pages that list all policies would grow with them if later ones were there too.
 */
export function formerAddress(
  anchor: string,
  page: '/about/' | '/departments/',
  published: readonly string[],
): string | null {
  const address = `${page}#${anchor}`;
  return setOf(published).has(address) ? address : null;
}

const sets = new WeakMap<readonly string[], Set<string>>();

function setOf(published: readonly string[]): Set<string> {
  const known = sets.get(published) ?? new Set(published);
  sets.set(published, known);
  return known;
}
