import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { charactersOf, withoutWhitespace } from '../../src/domain/text.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { anchorIdsOf, piecesOf } from '../../src/model/blocks.ts';
import { BESIDE, EVERY, FOR_COMPANIES, MATTERS, NODES, TOPICS, UNVERIFIABLE } from './content-tables.ts';

const kb = loadKnowledgeBase(join(import.meta.dirname, '../../content'));
const nodesOf = (policy: string) => kb.nodes.filter((node) => node.policy === policy);
const awards = kb.rules.policies.flatMap((policy) => policy.awards);
const quoteOf = (sources: readonly { quote: string }[]) => sources.map(({ quote }) => quote).join('，');

describe('the text', () => {
  it.each(kb.policies.map((policy) => [policy.id, policy] as const))(
    '%s: its nodes joined are the published text, character for character',
    (id, policy) => {
      const joined = nodesOf(id)
        .map(({ text }) => withoutWhitespace(text))
        .join('');
      expect(joined).toBe(charactersOf(policy.source));
      expect([...joined].length).toBeGreaterThan(2000);
    },
  );

  it.each(kb.nodes.map((node) => [node.id, node] as const))('%s: its anchors partition it', (_, node) => {
    expect(node.anchors.map(({ text }) => text).join('\n')).toBe(node.text);
    expect(new Set(node.anchors.map(({ id }) => id)).size).toBe(node.anchors.length);
    if (!node.hasPage) return;
    const pieces = piecesOf(node.blocks);
    for (const { id, text } of node.anchors)
      expect(
        pieces
          .filter(({ anchor }) => anchor === id)
          .map(({ piece }) => piece.text)
          .join('\n'),
      ).toBe(text);
    expect(anchorIdsOf(node.blocks)).toEqual(expect.arrayContaining(node.anchors.map(({ id }) => id)));
    for (const { id } of node.anchors) expect(id).toMatch(/^(h|p\d+|s\d+(-\d+)?|t\d+(-r\d+)?)$/);
  });

  it('marks stay inside their pieces, in order, without overlap', () => {
    for (const { piece } of kb.nodes.flatMap(({ blocks }) => piecesOf(blocks))) {
      let end = 0;
      for (const mark of piece.marks) {
        expect(mark.start).toBeGreaterThanOrEqual(end);
        expect(mark.end).toBeGreaterThan(mark.start);
        end = mark.end;
      }
      expect(end).toBeLessThanOrEqual(piece.text.length);
    }
  });
});

describe('the nodes of design.md', () => {
  it('are all there, in document order, and no others', () => {
    expect(kb.nodes.map(({ id }) => id)).toEqual(NODES);
  });

  it('have a label, a title and a full label of their own', () => {
    for (const { label, title, fullLabel } of kb.nodes)
      for (const words of [label, title, fullLabel]) expect(words).not.toBe('');
    expect(new Set(kb.nodes.map(({ policy, label }) => `${policy} ${label}`)).size).toBe(kb.nodes.length);
  });

  it('name their instrument', () => {
    const label = (id: string) => kb.nodes.find((node) => node.id === id)?.label;
    expect(label('minhang-2025/opinions/6')).toBe('意见（六）');
    expect(label('minhang-2025/rules/6')).toBe('细则（六）');
    expect(label('minhang-2025/rules/supplementary-2')).toBe('细则附则（二）');
    expect(label('minhang-2025/forms/2')).toBe('附件2');
    expect(label('songjiang-2025/measures/1')).toBe('第1条');
  });

  it('of 操作细则 each have conditions, a standard and materials', () => {
    for (const node of kb.nodes.filter(
      ({ part, kind, node: name }) => part === 'rules' && kind === 'clause' && /^\d+$/.test(name),
    )) {
      expect(node.conditions.length, node.id).toBeGreaterThan(0);
      expect(node.materials.length, node.id).toBeGreaterThan(1);
    }
  });
});

describe('references', () => {
  const ids = new Set(kb.nodes.map(({ id }) => id));
  const refs = new Set(awards.map(({ ref }) => ref));

  it('resolve, in both directions', () => {
    for (const node of kb.nodes) {
      for (const id of [...node.implements, ...node.implementedBy, ...(node.chapter ? [node.chapter] : [])])
        expect(ids, node.id).toContain(id);
      for (const ref of [...node.awards, ...node.restates]) expect(refs, node.id).toContain(ref);
      for (const id of node.implements) expect(kb.nodes.find((one) => one.id === id)?.implementedBy).toContain(node.id);
    }
    for (const { passages } of [...kb.readings, ...kb.contradictions])
      for (const { clause } of passages) expect(ids).toContain(clause);
  });

  it('every source is verbatim and stands where it says', () => {
    for (const { sources, applicantsSource, requires, except, alternatives, conditions } of awards) {
      const all = [
        sources,
        applicantsSource,
        ...[...requires, ...except, ...alternatives, ...conditions].map((one) => one.sources),
      ].flat();
      for (const { clause, anchor, quote } of all) {
        expect(kb.nodes.find(({ id }) => id === clause)?.anchors.find(({ id }) => id === anchor)?.text).toContain(
          quote,
        );
      }
    }
  });
});

describe('what reading-the-policies.md and scenario.md say', () => {
  it('topics bring these clauses together', () => {
    expect(Object.fromEntries(kb.topics.map(({ id, clauses }) => [id, clauses.flatMap(({ nodes }) => nodes)]))).toEqual(
      TOPICS,
    );
  });

  it('every award is subject to the clause on who may apply at all', () => {
    expect(kb.rules.policies.map(({ scope }) => scope)).toEqual([
      [{ label: '细则附则（一）', url: '/minhang-2025/rules/supplementary-1/' }],
      [{ label: '一、支持对象', url: '/songjiang-2025/measures/scope/' }],
    ]);
  });

  it('matters ask for these facts, with these defaults', () => {
    const facts = kb.rules.matters.map(({ id, unique, facts: all }) => [
      id,
      [
        ...(unique ? ['only one'] : []),
        ...all.map(({ name, kind, default: preset }) =>
          preset === null ? `${name}: ${kind}` : `${name}: ${kind} = ${String(preset)}`,
        ),
      ],
    ]);
    expect(Object.fromEntries(facts)).toEqual(MATTERS);
    const list = kb.rules.matters.flatMap((matter) => matter.facts).find(({ kind }) => kind === 'money-list');
    expect(list).toMatchObject({ min: 1, max: 10 });
  });

  it('reasons are checked in this order', () => {
    expect(kb.rules.reasons.map(({ id }) => id)).toEqual([
      'not-covered',
      'not-in-force',
      'applicant-type',
      'related-parties',
      'below-threshold',
      'not-produced',
      'not-sold-locally',
      'no-municipal-support',
      'years-exhausted',
    ]);
  });

  it('policies are in force on these days', () => {
    expect(kb.policies.map(({ id, issued, validity }) => [id, issued, validity])).toEqual([
      ['minhang-2025', '2025-05-28', { effective: '2025-07-01', expires: '2030-06-30', appliesFrom: '2024-10-31' }],
      ['songjiang-2025', '2025-12-01', { effective: '2026-01-01', expires: '2027-12-31', appliesFrom: null }],
    ]);
    expect(
      kb.rules.policies.map(({ funding }) => funding?.shares.map(({ party, ppm }) => `${party} ${ppm}`) ?? null),
    ).toEqual([['区 800000', '镇 200000'], null]);
  });

  it('readings have these options, the default first', () => {
    expect(
      kb.readings.map(
        ({ id, default: preset, options }) =>
          `${id}: ${[preset, ...options.map((one) => one.id).filter((one) => one !== preset)].join(' / ')}`,
      ),
    ).toEqual([
      'minhang-2025/ivd-class-iii-cap: rules / opinions',
      'minhang-2025/device-annual-cap: separate / shared',
      'minhang-2025/phase-iii: not-listed / covered',
      'minhang-2025/other-drugs: excluded / higher',
      'songjiang-2025/device-annual-cap: article / certificates',
      'songjiang-2025/other-devices: unmatched / outside-procedure',
      'songjiang-2025/overseas-annual-cap: article / licensing',
      'songjiang-2025/certification-scope: any-enterprise / service-institutions',
    ]);
  });

  it('conditions that no figure shows are named at these clauses, with these awards', () => {
    const named = [...Map.groupBy(awards, ({ clause }) => clause)].flatMap(([clause, own]) => {
      const ids = own.map(({ id }) => id);
      const by = Map.groupBy(
        own.flatMap(({ id, conditions }) => conditions.map(({ sources }) => ({ id, quote: quoteOf(sources) }))),
        ({ quote }) => quote,
      );
      const withAwards = [...by].map(([quote, uses]) => [
        quote,
        uses.length === ids.length ? EVERY : uses.map(({ id }) => id),
      ]);
      return by.size > 0 ? [[clause, Object.fromEntries(withAwards)]] : [];
    });
    expect(Object.fromEntries(named)).toEqual(UNVERIFIABLE);
  });

  it.each(Object.entries(BESIDE))('%s stands beside the clauses where it bites', (id, [kind, clauses]) => {
    const entry = kb.contradictions.find((one) => one.id === id);
    expect(entry?.kind).toBe(kind);
    const beside = kb.nodes.filter((node) => node.contradictions.includes(id)).map((node) => node.id);
    expect(beside.sort()).toEqual([...clauses].sort());
  });

  it('conditions of the same words in two texts are worded alike', () => {
    const of = (clause: string, id: string) =>
      awards.find((award) => award.clause === clause && award.id === id)?.conditions.map(({ note }) => note);
    const songjiang = of('songjiang-2025/measures/4', 'overseas-licensing');
    expect(songjiang).toEqual(of('minhang-2025/rules/15', 'overseas-licensing'));
    expect(songjiang?.join()).toContain('是否只限创新型企业，条文不明');
  });

  it.each(Object.entries(FOR_COMPANIES))('no filter hides %s from who could be paid under it', (id, kinds) => {
    const { audiences = [], matters = [] as string[] } = kb.topics.find((one) => one.id === id) ?? {};
    const payable = new Set(awards.filter(({ matter }) => matters.includes(matter)).flatMap((one) => one.applicants));
    const wanted = [
      ...kinds,
      ...(payable.has('park') ? ['park'] : []),
      ...(payable.has('public-institution') ? ['hospital'] : []),
      ...(payable.has('industry-organisation') ? ['association'] : []),
    ];
    expect(payable.has('enterprise')).toBe(true);
    expect(audiences).toEqual(expect.arrayContaining(wanted));
  });

  it('every topic with money says which companies can be paid', () => {
    const paid = kb.topics.filter(({ matters }) => matters.length > 0).map(({ id }) => id);
    expect(Object.keys(FOR_COMPANIES).sort()).toEqual(paid.sort());
  });
});
