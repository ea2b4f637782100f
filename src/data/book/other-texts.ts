import { wordPeriod } from '../../domain/validity.ts';
import { chineseDate } from '../../domain/dates.ts';
import type { KnowledgeBase, PolicyEntry } from '../../model/knowledge-base.ts';
import { placeOf } from '../../model/eli.ts';
import { citedLabel, validityOfNode } from '../../model/versions.ts';
import { element, type Markup } from '../markup.ts';
import { nodeText } from './text.ts';

export const OTHER_TEXTS = 'other-texts';
export const OTHER_TEXTS_TITLE = '修改前后的文本';

export function isAmended(policy: PolicyEntry, kb: KnowledgeBase): boolean {
  return kb.amendments.some((one) => one.policy === policy.id);
}

/** Of an amended policy: the texts that are not in force, each with its days, and the documents that amended it. */
export function otherTexts({ policy, kb }: { policy: PolicyEntry; kb: KnowledgeBase }): Markup | null {
  if (!isAmended(policy, kb)) return null;
  const texts = kb.otherVersions
    .filter((node) => node.policy === policy.id)
    .map((node) => {
      const { effective, expires } = validityOfNode(node, policy.validity);
      const days = `${citedLabel(node)}：${wordPeriod(effective, expires)}`;
      return element(
        'div',
        { class: `node ${node.kind}`, id: placeOf(node) },
        element('p', { class: 'from' }, days),
        nodeText(node, 3, () => null),
      );
    });
  const documents = kb.amendments
    .filter((one) => one.policy === policy.id)
    .map(({ node, label, effective }) =>
      element(
        'div',
        { class: 'node notice', id: placeOf(node) },
        element('h3', {}, label),
        element('p', { class: 'from' }, `${chineseDate(effective)}起施行`),
        nodeText(node, 4, () => null),
      ),
    );
  return element(
    'section',
    { 'aria-labelledby': OTHER_TEXTS },
    element('h2', { id: OTHER_TEXTS, class: 'part' }, OTHER_TEXTS_TITLE),
    ...texts,
    ...documents,
  );
}
