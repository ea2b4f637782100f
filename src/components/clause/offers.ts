import { wordYearlyLimit } from '../../explain/rules.ts';
import { BY_READING } from '../../explain/words.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';
import type { AwardRule } from '../../model/rulebook.ts';
import { shortTerms } from '../notes/award-words.ts';
import { awardsOf, capsOf } from './derive.ts';

/** What some awards of a clause give, and what limits them together. */
interface Offer {
  terms: string[];
  /** "每年累计最高 200 万元", empty where nothing does */
  limit: string;
}

/**
 * All that a clause gives in a line, its yearly limits too: "20%，最高 100 万元；20%，最高 50 万元；各项每年累计最高 200 万元".
 * Empty where it gives nothing by itself.
 */
export function offerWords(node: PolicyNode, kb: KnowledgeBase): string {
  const offers = offersOf(node, kb);
  const [only] = offers;
  if (offers.length === 1 && only && only.terms.length > 1 && only.limit !== '')
    return [...only.terms, `各项${only.limit}`].join('；');
  return offers.map(({ terms, limit }) => [terms.join('；'), limit].filter(Boolean).join('，')).join('；');
}

function offersOf(node: PolicyNode, kb: KnowledgeBase): Offer[] {
  const varying = new Set<string>();
  const found = awardsOf(node, kb).flatMap((award) => {
    const matter = kb.rules.matters.find(({ id }) => id === award.matter);
    if (!matter) return [];
    const limit = limitOf(award, kb);
    if (award.caps.some(({ reading }) => reading.length > 0)) varying.add(limit);
    return [{ limit, term: shortTerms(award, matter) }];
  });
  return [...Map.groupBy(found, ({ limit }) => limit)].map(([limit, group]) => ({
    limit: varying.has(limit) ? `${limit}（${BY_READING}）` : limit,
    // "最高 100 万元" is said by "每年最高 100 万元"
    terms: [...new Set(group.map(({ term }) => term))].filter((term) => !limit.endsWith(term)),
  }));
}

function limitOf(award: AwardRule, kb: KnowledgeBase): string {
  const sums = capsOf(award, kb).map(wordYearlyLimit);
  const years = award.instalments?.kind === 'yearly' ? [`最多 ${award.instalments.years} 年`] : [];
  return [...new Set([...sums, ...years])].join('，');
}
