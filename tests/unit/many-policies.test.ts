import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { buildKnowledgeBase } from '../../src/load/build.ts';
import { filesWithMany } from '../support/many-policies/content.ts';

const INVENTED = 3;
const files = filesWithMany(INVENTED);
const { knowledgeBase } = buildKnowledgeBase(files);
const kb = knowledgeBase ?? expect.fail('no knowledge base');
const real = new Set(['minhang-2025', 'songjiang-2025']);
const invented = kb.policies.filter(({ id }) => !real.has(id));

describe('invented policies for the benchmark of scale', () => {
  it('are right by the check, examples and addresses included', () => {
    const { faults, counts } = checkContent(files);
    expect(faults).toEqual([]);
    expect(counts.policies).toBe(2 + INVENTED);
  });

  it('have 60 clauses each, with awards in the proportion of the real ones', () => {
    const share = (awards: number, nodes: number): number => awards / nodes;
    const awardsOf = (ids: ReadonlySet<string>): number =>
      kb.rules.policies.filter(({ id }) => ids.has(id)).reduce((sum, { awards }) => sum + awards.length, 0);
    const ofReal = share(awardsOf(real), kb.nodes.filter(({ policy }) => real.has(policy)).length);
    for (const { id } of invented) {
      expect(kb.nodes.filter(({ policy, kind }) => policy === id && kind === 'clause').length).toBe(60);
      expect(Math.abs(share(awardsOf(new Set([id])), 60) - ofReal)).toBeLessThan(0.05);
    }
  });

  it('tell their sums and sentences differently', () => {
    const texts = invented.map(({ id }) =>
      kb.nodes.filter(({ policy, kind }) => policy === id && kind === 'clause').map(({ text }) => text),
    );
    const [first = [], second = []] = texts;
    const same = first.filter((text) => second.includes(text));
    expect(same.length).toBeLessThan(first.length / 10);
    const caps = invented.map(
      ({ id }) => kb.rules.policies.find((one) => one.id === id)?.caps.map(({ max }) => max) ?? [],
    );
    expect(new Set(caps.map((own) => own.join())).size).toBe(INVENTED);
  });

  it('are the same every time', () => {
    expect(filesWithMany(INVENTED)).toEqual(files);
  });
});
