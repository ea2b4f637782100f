import { inBookMarks } from '../../domain/text.ts';
import type { PolicyEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';

/** 《……操作细则》（闵科委规发〔2025〕1号）（六）: the plain legal form, with number, instrument and clause. */
export function legalCitation(node: PolicyNode, policy: PolicyEntry): string {
  return documentCitation(node, policy) + clauseCitation(node, policy);
}

export function documentCitation(node: PolicyNode, policy: PolicyEntry): string {
  const part = policy.parts.find((one) => one.id === node.part);
  return `${inBookMarks(part?.fullTitle ?? policy.title)}（${policy.documentNumber}）`;
}

/** "（六）", "第1条": what follows the instrument. */
export function clauseCitation(node: PolicyNode, policy: PolicyEntry): string {
  const part = policy.parts.find((one) => one.id === node.part);
  const place = part ? node.fullLabel.slice(part.fullTitle.length) : '';
  return node.version ? `${place}（${node.version.words}）` : place;
}

/** Where {@link gbtCitation} puts the place within the document, for the page's script to fill in. */
export const PLACE = '{}';

/**
 * GB/T 7714—2015 up to the date of access: issuers (three, then 等), title of the instrument and the place in it, number,
 * type [A/OL], date of issue. The date of access and the address follow where they are known.
 */
export function gbtCitation(
  {
    issuers,
    title,
    documentNumber,
    issued,
  }: Pick<PolicyEntry, 'issuers' | 'title' | 'issued'> & { documentNumber: string | null },
  place: string,
): string {
  const by = issuers.slice(0, 3).join(', ') + (issuers.length > 3 ? ', 等' : '');
  return `${by}. ${title}${place}${documentNumber === null ? '' : `: ${documentNumber}`}[A/OL]. (${issued})`;
}

/** The same for a clause: 操作细则 is another instrument than the 意见 that it came with. */
export function gbtClauseCitation(node: PolicyNode, policy: PolicyEntry, place = clauseCitation(node, policy)): string {
  const title = policy.parts.find((one) => one.id === node.part)?.fullTitle ?? policy.title;
  return gbtCitation({ ...policy, title }, place);
}
