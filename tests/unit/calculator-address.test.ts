import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDate } from '../../src/islands/state/defaults.ts';
import { readForm, writeForm } from '../../src/islands/state/address.ts';
import { projectOf, type CalculatorForm } from '../../src/islands/state/form-state.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { MatterRule } from '../../src/model/rulebook.ts';

const { rules } = loadKnowledgeBase();
const matterOf = (id: string): MatterRule => {
  const matter = rules.matters.find((one) => one.id === id);
  if (!matter) throw new Error(id);
  return matter;
};

const device: CalculatorForm = {
  matter: 'device-registration',
  date: '2026-03-15',
  applicant: 'enterprise',
  readings: { 'minhang-2025/ivd-class-iii-cap': 'opinions' },
  answers: {
    deviceClass: 'III',
    inVitroDiagnostic: true,
    specialReview: false,
    produced: true,
    rdInvestment: '800',
    municipalSupport: '0',
  },
};

describe('the calculator in the address', () => {
  test('is short and readable', () => {
    expect(writeForm(device, matterOf(device.matter))).toBe(
      'device-registration~date.2026-03-15~deviceClass.III~inVitroDiagnostic.1~specialReview.0~produced.1' +
        '~rdInvestment.800~municipalSupport.0~minhang-2025/ivd-class-iii-cap.opinions',
    );
  });

  test('needs no escaping in a query', () => {
    const words = writeForm(device, matterOf(device.matter));
    expect(new URL(`https://x/?calc=${words}`).searchParams.get('calc')).toBe(words);
  });

  test.each([
    ['as it was', device],
    ['with a blank', { ...device, date: '', answers: { ...device.answers, rdInvestment: '', deviceClass: null } }],
    [
      'with a yearly list',
      { ...device, matter: 'joint-lab', readings: {}, answers: { annualInvestment: ['100', '', '0.5'] } },
    ],
    [
      'of a park',
      { ...device, matter: 'clean-room', readings: {}, applicant: 'park', answers: { investment: '1.000001' } },
    ],
  ] as [string, CalculatorForm][])('comes back %s', (_, form) => {
    expect(readForm(writeForm(form, matterOf(form.matter)), rules)).toEqual(form);
  });

  test('writes sums in one way and what cannot be read as a blank', () => {
    const form = { ...device, answers: { ...device.answers, rdInvestment: '１亿', municipalSupport: '八百' } };
    const words = writeForm(form, matterOf(form.matter));
    expect(words).toContain('~rdInvestment.10000~municipalSupport.~');
  });

  test.each([
    '',
    '~',
    'no-such-matter',
    'device-registration~',
    'device-registration~deviceClass',
    'device-registration~deviceClass.IV',
    'device-registration~.III',
    'device-registration~rdInvestment.-1',
    'device-registration~rdInvestment.8e9',
    'device-registration~rdInvestment.800万',
    'device-registration~rdInvestment.99999999999',
    'device-registration~rdInvestment.1~rdInvestment.2',
    'device-registration~produced.yes',
    'device-registration~date.2026-02-30',
    'device-registration~applicant.cat',
    'device-registration~constructor.1',
    'device-registration~__proto__.1',
    'device-registration~minhang-2025/ivd-class-iii-cap.cat',
    'device-registration~investment.5',
    `joint-lab~annualInvestment.${Array.from({ length: 11 }, () => '1').join('_')}`,
    'joint-lab~annualInvestment.1_x',
    'x'.repeat(5000),
  ])('takes %j for nonsense', (words) => {
    expect(readForm(words, rules)).toBeNull();
  });

  test('never throws', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('device-registration', 'date.2026-01-01', 'rdInvestment.1', 'toString.1'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const form = readForm(parts.join('~'), rules);
        if (form) projectOf(form, matterOf(form.matter), 'p');
      }),
    );
  });
});

describe('a blank is never zero', () => {
  test.each([
    ['rdInvestment', '', null],
    ['rdInvestment', '八百', null],
    ['rdInvestment', '0', 0n],
    ['deviceClass', null, null],
    ['produced', null, null],
  ])('%s %j', (name, answer, value) => {
    const form = { ...device, answers: { ...device.answers, [name]: answer } };
    expect(projectOf(form, matterOf(form.matter), 'p').facts.get(name)).toBe(value);
  });

  test('a list with one year unknown is unknown', () => {
    const form = { ...device, matter: 'joint-lab', answers: { annualInvestment: ['100', ''] } };
    expect(projectOf(form, matterOf('joint-lab'), 'p').facts.get('annualInvestment')).toBeNull();
  });
});

const early = { effective: '2025-07-01', expires: '2030-06-30', appliesFrom: '2024-10-31' };
const late = { effective: '2026-01-01', expires: '2027-12-31', appliesFrom: null };
test.each([
  ['2026-11-22', '2026-11-22'],
  ['2024-12-01', '2024-12-01'],
  ['2024-01-01', '2026-01-01'],
  ['2031-01-01', '2026-01-01'],
])('on %s a calculator starts with %s', (today, day) => {
  expect(defaultDate([early, late], today)).toBe(day);
});
