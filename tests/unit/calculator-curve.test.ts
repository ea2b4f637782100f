import { describe, expect, test } from 'vitest';
import { compile, sliceRuleBook } from '../../src/engine/index.ts';
import { explainBindingLimit } from '../../src/explain/index.ts';
import { calculate, type Outcome } from '../../src/islands/calculator/calculate.ts';
import { createPictures, type PictureData } from '../../src/islands/picture/picture-data.ts';
import { wordLimit } from '../../src/islands/picture/picture-words.ts';
import { answersFrom } from '../../src/islands/state/defaults.ts';
import type { CalculatorForm } from '../../src/islands/state/form-state.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const { rules } = loadKnowledgeBase();

function draw(
  id: string,
  facts: Record<string, unknown>,
  more: Partial<CalculatorForm> = {},
): { outcome: Outcome; picture: PictureData | null } {
  const slice = sliceRuleBook(rules, [id]);
  const engine = compile(slice);
  const [matter] = slice.matters;
  if (!matter) throw new Error(id);
  const form: CalculatorForm = {
    matter: id,
    date: '2026-03-15',
    applicant: 'enterprise',
    readings: {},
    answers: answersFrom(matter, facts),
    ...more,
  };
  const outcome = calculate(engine, form, matter);
  return { outcome, picture: createPictures(engine)(outcome, null) };
}

const words = (picture: PictureData | null): string[] =>
  picture?.curves.map(({ limit }) => wordLimit(limit, picture)) ?? [];

describe('where the cap is reached', () => {
  test.each([
    [
      'device-registration',
      { deviceClass: 'III', inVitroDiagnostic: true, rdInvestment: 1_000_000 },
      [
        '研发投入达到 250 万元触顶（50 万元），再投入 150 万元触顶',
        '研发投入达到 500 万元触顶（100 万元），再投入 400 万元触顶',
      ],
    ],
    [
      'device-registration',
      { deviceClass: 'II', rdInvestment: 2_500_000 },
      Array(2).fill('研发投入达到 250 万元触顶（50 万元），已触顶'),
    ],
    // Under the joint ceiling of half the investment 100 万元 are matched in full from 400 万元 on.
    [
      'device-special-review',
      { rdInvestment: 3_000_000, municipalSupport: 1_000_000 },
      Array(2).fill('研发投入达到 400 万元后不再增加（100 万元，市级支持资金已足额配套），再投入 100 万元达到'),
    ],
    [
      'device-special-review',
      { rdInvestment: 6_000_000, municipalSupport: 1_500_000 },
      Array(2).fill('研发投入达到 600 万元后不再增加（150 万元，市级支持资金已足额配套），已达到'),
    ],
    [
      'joint-lab',
      { annualInvestment: [2_000_000, 1] },
      ['年度项目投资（第一年）达到约 333.33 万元触顶（100 万元），再投入约 133.33 万元触顶'],
    ],
    [
      'overseas-registration',
      { municipalSupport: 1_000_000 },
      ['未规定上限，市级支持资金越多，支持越多', '市级支持资金达到 400 万元触顶（200 万元），再有 300 万元触顶'],
    ],
    [
      'medical-ai',
      { totalInvestment: 1_000_000 },
      ['项目总投资额达到约 333.33 万元触顶（100 万元），再投入约 233.33 万元触顶'],
    ],
    [
      'clean-room',
      { investment: 80_000_000 },
      ['项目投资达到约 16,667 万元触顶（5000 万元），再投入约 8,667 万元触顶'],
    ],
    ['drug-approval', { category: 'generic', rdInvestment: 1_000_000 }, []],
    ['industry-services', {}, []],
  ])('%s %j', (id, facts, expected) => {
    expect(words(draw(id, facts).picture)).toEqual(expected);
  });

  test('follows the reading', () => {
    const readings = { 'minhang-2025/ivd-class-iii-cap': 'opinions' };
    const { picture } = draw(
      'device-registration',
      { deviceClass: 'III', inVitroDiagnostic: true, rdInvestment: 1e6 },
      { readings },
    );
    expect(words(picture)[0]).toBe('研发投入达到 500 万元触顶（100 万元），再投入 400 万元触顶');
  });

  test('stands without the visitor’s sum, and nothing else may be missing', () => {
    expect(draw('device-registration', { deviceClass: 'III' }).picture?.x).toBeNull();
    expect(words(draw('device-registration', { deviceClass: 'III' }).picture)[0]).toBe(
      '研发投入达到 500 万元触顶（100 万元）',
    );
    expect(draw('device-registration', { rdInvestment: 1e6 }).picture).toBeNull();
  });
});

test('every point of a curve is what the engine answers', () => {
  const { picture } = draw('device-registration', {
    deviceClass: 'III',
    specialReview: true,
    rdInvestment: 3e6,
    municipalSupport: 1e6,
  });
  for (const { points, limit } of picture?.curves ?? []) {
    expect(points.map(({ y }) => y)).toEqual(points.map(({ y }) => y).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    if (limit.kind === 'at') expect(points).toContainEqual({ x: limit.x, y: limit.y });
  }
});

test.each([
  [4_999_999, '未触及上限'],
  [5_000_000, '正好达到每个品种最高 100 万元'],
  [5_000_001, '受限于每个品种最高 100 万元'],
])('the limit at %d', (rdInvestment, expected) => {
  const { outcome } = draw('device-registration', { deviceClass: 'III', rdInvestment });
  expect(explainBindingLimit(outcome.policies[0]?.result.awards[0]?.steps ?? []).text).toBe(expected);
});
