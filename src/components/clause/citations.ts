import type { PolicyEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';

/** 《……操作细则》（闵科委规发〔2025〕1号）（六）: the plain legal form, with number, instrument and clause. */
export function legalCitation(node: PolicyNode, policy: PolicyEntry): string {
  return documentCitation(node, policy) + clauseCitation(node, policy);
}

export function documentCitation(node: PolicyNode, policy: PolicyEntry): string {
  const part = policy.parts.find((one) => one.id === node.part);
  return `《${part?.fullTitle ?? policy.title}》（${policy.documentNumber}）`;
}

/** "（六）", "第1条": what follows the instrument. */
export function clauseCitation(node: PolicyNode, policy: PolicyEntry): string {
  const part = policy.parts.find((one) => one.id === node.part);
  const place = part ? node.fullLabel.slice(part.fullTitle.length) : '';
  return node.version ? `${place}（${node.version.words}）` : place;
}

/**
 * GB/T 7714—2015 up to the date of access: issuers (three, then 等), title with its number, type [A/OL],
 * date of issue. The date of access and the address follow where they are known.
 */
export function gbtCitation(
  policy: Pick<PolicyEntry, 'issuers' | 'title' | 'issued'> & { documentNumber: string | null },
): string {
  const { issuers, documentNumber } = policy;
  const by = issuers.slice(0, 3).join(', ') + (issuers.length > 3 ? ', 等' : '');
  return `${by}. ${policy.title}${documentNumber === null ? '' : `: ${documentNumber}`}[A/OL]. (${policy.issued})`;
}
