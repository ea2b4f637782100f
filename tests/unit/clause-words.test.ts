import { describe, expect, it } from 'vitest';
import { gbtClauseCitation, legalCitation, PLACE } from '../../src/components/clause/citations.ts';
import { nodeOf } from '../../src/components/clause/derive.ts';
import { offerWords } from '../../src/components/clause/offers.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { anchorIdsOf, anchorLabel } from '../../src/model/blocks.ts';

const kb = loadKnowledgeBase();

describe('what a clause gives, in a line of the contents', () => {
  it.each([
    ['minhang-2025/rules/2', '30%，每年累计最高 100 万元，最多 3 年'],
    ['minhang-2025/rules/4', '300 万元；200 万元；100 万元；30 万元，每年累计最高 100 万元'],
    ['minhang-2025/rules/6', '20%，最高 100 万元；20%，最高 50 万元；各项每年累计最高 200 万元'],
    ['minhang-2025/rules/8', '配套 1:0.5，最高 1000 万元'],
    ['minhang-2025/rules/9', '10%，每年累计最高 1000 万元；最高 100 万元'],
    [
      'songjiang-2025/measures/1',
      '配套 1:1，合计不超过 50%；20%，最高 50 万元；20%，最高 100 万元；各项每年累计最高 200 万元（视口径而定）',
    ],
    ['songjiang-2025/measures/3', '配套 1:0.5，每年累计最高 500 万元'],
    ['songjiang-2025/measures/5', '配套 1:1，每年累计最高 200 万元'],
    ['minhang-2025/rules/17', '每年最高 100 万元'],
    ['minhang-2025/rules/3', '配套 1:1，合计不超过 50%'],
    ['minhang-2025/opinions/16', '不超过 50%，最高 30 万元'],
    ['songjiang-2025/measures/10', '不超过 30%，最高 100 万元'],
    ['minhang-2025/opinions/5', ''],
  ])('%s', (id, words) => {
    expect(offerWords(nodeOf(id, kb), kb)).toBe(words);
  });

  it('names every rate and ceiling that metadata hold', () => {
    for (const { awards } of kb.rules.policies)
      for (const { amount, clause, ref } of awards) {
        const rates = [
          ...('rate' in amount && amount.rate !== null ? [amount.rate] : []),
          ...(amount.kind === 'match' && amount.jointCeiling ? [amount.jointCeiling.rate] : []),
        ];
        for (const rate of rates) expect(offerWords(nodeOf(clause, kb), kb), ref).toContain(`${rate / 10_000}%`);
      }
  });

  it('names every yearly limit that the clause states', () => {
    for (const policy of kb.rules.policies)
      for (const cap of policy.caps)
        expect(offerWords(nodeOf(cap.clause, kb), kb), cap.ref).toMatch(/每年(累计)?最高 \d+ 万元/);
  });
});

describe('citations', () => {
  it.each([
    [
      'minhang-2025/rules/6',
      '《闵行区关于新一轮促进生物医药产业高质量发展的若干意见的操作细则》（闵科委规发〔2025〕1号）（六）',
      '若干意见的操作细则（六）: 闵科委规发〔2025〕1号[A/OL]. (2025-05-28)',
    ],
    [
      'minhang-2025/opinions/6',
      '《闵行区关于新一轮促进生物医药产业高质量发展的若干意见》（闵科委规发〔2025〕1号）（六）',
      '若干意见（六）: 闵科委规发〔2025〕1号[A/OL]. (2025-05-28)',
    ],
    [
      'minhang-2025/notice/1',
      '《关于印发〈闵行区关于新一轮促进生物医药产业高质量发展的若干意见〉的通知》（闵科委规发〔2025〕1号）',
      '. 关于印发《闵行区关于新一轮促进生物医药产业高质量发展的若干意见》的通知: 闵科委规发〔2025〕1号[A/OL]. (2025-05-28)',
    ],
  ])('%s names instrument and clause in both forms', (id, legal, gbt) => {
    const node = nodeOf(id, kb);
    const policy = kb.policies.find((one) => one.id === node.policy);
    if (!policy) throw new Error(node.policy);
    expect(legalCitation(node, policy)).toBe(legal);
    expect(gbtClauseCitation(node, policy)).toContain(gbt);
    expect(gbtClauseCitation(node, policy, PLACE).split(PLACE)).toHaveLength(2);
  });

  it.each([
    ['minhang-2025/notice/1', 'p1', '第1段'],
    ['minhang-2025/notice/1', 'p13', '第13段'],
    // its only paragraph is the clause
    ['minhang-2025/opinions/6', 'p1', ''],
    ['minhang-2025/opinions/6', 'h', ''],
    ['minhang-2025/rules/6', 's2-3', '2（3）'],
    ['minhang-2025/forms/1', 't1-r3', '表第3行'],
  ])('%s#%s names its place “%s”', (id, anchor, place) => {
    expect(anchorLabel(anchor, anchorIdsOf(nodeOf(id, kb).blocks))).toBe(place);
  });

  it('tells every two paragraphs and items of a node apart', () => {
    for (const { id, blocks } of kb.nodes) {
      const anchors = anchorIdsOf(blocks).filter((anchor) => /^[ps]\d/.test(anchor));
      expect(new Set(anchors.map((anchor) => anchorLabel(anchor, anchors))).size, id).toBe(anchors.length);
    }
  });
});
