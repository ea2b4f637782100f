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
