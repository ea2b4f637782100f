import { describe, expect, it } from 'vitest';
import { day, device, evaluate, lines, on } from './hand.ts';
import type { Project } from './scenario.ts';

/** Every expected figure below was worked out on paper from the official texts. */

describe('Minhang', () => {
  it('pays the example of scenario.md: a class III reagent, 20% of 800万 capped at 50万, or 100万 under 意见（四）', () => {
    const kit = {
      id: 'ivd-kit',
      matter: 'device-registration',
      date: day,
      facts: {
        deviceClass: 'III',
        inVitroDiagnostic: true,
        specialReview: false,
        produced: true,
        rdInvestment: 8000000,
        municipalSupport: 0,
      },
    } as const;
    const [m] = evaluate([kit], { 'minhang-2025/device-annual-cap': 'shared' });
    expect(m).toEqual({
      policy: 'minhang-2025',
      determined: '500000',
      discretionary: '0',
      range: { min: '500000', max: '1000000' },
      years: { '2026': { determined: '500000', discretionary: '0' } },
      awards: [
        {
          project: 'ivd-kit',
          clause: 'minhang-2025/rules/6',
          year: 2026,
          determined: '500000',
          discretionary: '0',
          beforeAnnualCaps: '500000',
        },
      ],
      refused: [],
    });
    expect(evaluate([kit], { 'minhang-2025/ivd-class-iii-cap': 'rules' })[0].range).toEqual({
      min: '500000',
      max: '500000',
    });
  });
  it('rounds 20% half up to the 分: of 0.12 it is 0.02, of 0.13 0.03; 30% of 0.05 is 0.02, 10% of 0.05 is 0.01', () => {
    expect(lines(evaluate([device('II', 0.12), device('II', 0.13)])[0])).toEqual([
      'rules/7 2026 0.02+0 (0.02)',
      'rules/7 2026 0.03+0 (0.03)',
    ]);
    expect(
      lines(
        evaluate([
          on(day, 'service-platform', { constructionCost: 0.05 }),
          on(day, 'supply-chain-purchase', { purchaseAmount: 0.05 }),
        ])[0],
      ),
    ).toEqual(['rules/10 2026 0.02+0 (0.02)', 'rules/9 2026 0.01+0 (0.01)']);
  });
  it('spends 200万 a year for class III and again for class II, or once for both', () => {
    const projects = [
      device('III', 6e6),
      device('II', 3e6),
      device('III', 4.5e6),
      device('III', 2e6),
      device('II', 3e6),
    ];
    const [separate] = evaluate(projects); // III 100 + 90 + min(40, 10) = 200; II 50 + 50
    expect(lines(separate)).toEqual([
      'rules/6 2026 1000000+0 (1000000)',
      'rules/7 2026 500000+0 (500000)',
      'rules/6 2026 900000+0 (900000)',
      'rules/6 2026 100000+0 (400000)',
      'rules/7 2026 500000+0 (500000)',
    ]);
    expect(separate.range).toEqual({ min: '2000000', max: '3000000' });
    const [shared] = evaluate(projects, { 'minhang-2025/device-annual-cap': 'shared' }); // 100 + 50 + min(90, 50) + 0 + 0
    expect(shared.awards.map((a) => a.determined)).toEqual(['1000000', '500000', '500000', '0', '0']);
  });
  it('matches a special-review device 1:1 within half of its R&D, or pays 20% where that is higher', () => {
    const special = { specialReview: true, municipalSupport: 3e6 };
    expect(lines(evaluate([device('III', 1e7, special)])[0])).toEqual(['rules/5 2026 2000000+0 (2000000)']); // min(300, 500 − 300)
    expect(lines(evaluate([device('III', 6.4e6, special)])[0])).toEqual(['rules/6 2026 1000000+0 (1000000)']); // 20 against 100
    expect(lines(evaluate([device('II', 2e6, special)])[0])).toEqual(['rules/7 2026 400000+0 (400000)']); // 0 against 40
    expect(lines(evaluate([device('II', 1e6, { specialReview: true, municipalSupport: 3e5 })])[0])).toEqual([
      'rules/5 2026 200000+0 (200000)',
    ]); // 50 − 30 = 20 and 20% = 20: the smaller number
    expect(lines(evaluate([device('III', 6e6, { specialReview: true })])[0])).toEqual([
      'rules/6 2026 1000000+0 (1000000)',
    ]);
  });
  it("rounds half of an odd R&D sum after taking the city's money off: 0.5 × 10.01 − 4 = 1.005", () => {
    const [m, s] = evaluate([on(day, 'device-special-review', { rdInvestment: 10.01, municipalSupport: 4 })]);
    expect([m.determined, s.determined]).toEqual(['1.01', '1.01']);
  });
  it('names the smallest clause that remains when a device is not produced', () => {
    const made = (municipalSupport: number): string[] =>
      lines(evaluate([device('III', 1e6, { specialReview: true, municipalSupport, produced: false })])[0]);
    expect([made(1), made(0)]).toEqual([['rules/5 not-produced'], ['rules/6 not-produced']]);
    expect(lines(evaluate([on(day, 'device-special-review', { rdInvestment: 1e6 })])[0])).toEqual([
      'rules/5 no-municipal-support',
    ]);
  });
  it('pays drugs their fixed sums, veterinary ones within 100万 a year', () => {
    const drug = (
      category: 'innovative' | 'improved' | 'generic' | 'veterinary',
      date = day,
      municipalSupport = 0,
    ): Project => on(date, 'drug-approval', { category, rdInvestment: 2e7, municipalSupport });
    const [m] = evaluate([
      drug('veterinary'),
      drug('innovative'),
      drug('improved'),
      drug('generic', day, 5e6),
      drug('veterinary'),
      drug('veterinary', '2027-01-01'),
      drug('veterinary', day, 9),
      drug('veterinary', '2026-12-31'),
    ]);
    expect(m.awards.map((a) => a.determined)).toEqual([
      '300000',
      '3000000',
      '2000000',
      '1000000',
      '300000',
      '300000',
      '300000',
      '100000',
    ]);
    expect(m.years).toEqual({
      '2026': { determined: '7000000', discretionary: '0' },
      '2027': { determined: '300000', discretionary: '0' },
    });
  });
  it('gives a new drug with city approval the match only, or the higher', () => {
    const drug = on(day, 'drug-approval', { category: 'innovative', rdInvestment: 2e7, municipalSupport: 1 });
    const [m] = evaluate([drug]);
    expect(lines(m)).toEqual(['rules/3 2026 1+0 (1)']);
    expect(m.range).toEqual({ min: '1', max: '3000000' });
    expect(lines(evaluate([drug], { 'minhang-2025/other-drugs': 'higher' })[0])).toEqual([
      'rules/4 2026 3000000+0 (3000000)',
    ]);
    const tie = on(day, 'drug-approval', { category: 'improved', rdInvestment: 8e6, municipalSupport: 2e6 });
    expect(lines(evaluate([tie], { 'minhang-2025/other-drugs': 'higher' })[0])).toEqual([
      'rules/3 2026 2000000+0 (2000000)',
    ]);
  });
  it('keeps an award of 0 where the 50% is used up', () => {
    const [m] = evaluate([on(day, 'drug-clinical-trial', { phase: 'I', rdInvestment: 100, municipalSupport: 80 })]);
    expect(lines(m)).toEqual(['rules/3 2026 0+0 (0)']);
    expect(m.years).toEqual({ '2026': { determined: '0', discretionary: '0' } });
  });
  it('does not cover phase III unless read so, whatever else is wrong', () => {
    const trial = on('2031-01-01', 'drug-clinical-trial', { phase: 'III', rdInvestment: 100 });
    expect(lines(evaluate([trial])[0])).toEqual(['- not-covered']);
    expect(lines(evaluate([trial], { 'minhang-2025/phase-iii': 'covered' })[0])).toEqual(['rules/3 not-in-force']);
    const paid = on(day, 'drug-clinical-trial', { phase: 'III', rdInvestment: 1e7, municipalSupport: 2e6 });
    expect(evaluate([paid])[0].range).toEqual({ min: '0', max: '2000000' });
  });
  it('supports joint labs for three years within 100万 an enterprise a year', () => {
    const first = on('2030-06-30', 'joint-lab', { annualInvestment: [2e6, 5e6, 0, 1e6, 1e6] });
    const second = on('2030-01-01', 'joint-lab', { annualInvestment: [2e6, 1e6] });
    const [m] = evaluate([first, second]);
    expect(lines(m)).toEqual([
      'rules/2 2030 600000+0 (600000)',
      'rules/2 2031 1000000+0 (1500000)',
      'rules/2 2032 0+0 (0)',
      'rules/2 2030 400000+0 (600000)',
      'rules/2 2031 0+0 (300000)',
      'rules/2 years-exhausted',
    ]);
    expect(lines(evaluate([first], {}, 'park')[0])).toEqual(['rules/2 applicant-type']);
    expect(lines(evaluate([on('2030-07-01', 'joint-lab', { annualInvestment: [1, 1, 1, 1] })])[0])).toEqual([
      'rules/2 not-in-force',
    ]);
  });
  it('is in force from 2024-10-31 to 2030-06-30, Songjiang from 2026-01-01 to 2027-12-31', () => {
    const dates = [
      '2024-10-30',
      '2024-10-31',
      '2025-06-30',
      '2025-12-31',
      '2026-01-01',
      '2027-12-31',
      '2028-01-01',
      '2030-06-30',
      '2030-07-01',
    ];
    const [m, s] = evaluate(dates.map((date) => on(date, 'industrialisation', { municipalSupport: 2 })));
    expect(m.awards.map((a) => a.year)).toEqual([2024, 2025, 2025, 2026, 2027, 2028, 2030]);
    expect(s.awards.map((a) => a.year)).toEqual([2026, 2027]);
  });
  it('caps the simple shares: 20% 100万, 1:0.5 1000万, 30% 1000万 and 5000万', () => {
    const [m] = evaluate([
      on(day, 'major-rd-special', { municipalSupport: 5000000.03 }),
      on(day, 'major-rd-special', { municipalSupport: 4999999.97 }),
      on(day, 'industrialisation', { municipalSupport: 20000000.01 }),
      on(day, 'service-platform', { constructionCost: 33333333.33 }),
      on(day, 'clean-room', { investment: 1e12 }),
      on(day, 'first-above-scale', {}),
    ]);
    expect(lines(m)).toEqual([
      'opinions/1 2026 1000000+0 (1000000)',
      'opinions/1 2026 999999.99+0 (999999.99)',
      'rules/8 2026 10000000+0 (10000000)',
      'rules/10 2026 10000000+0 (10000000)',
      'rules/13 2026 50000000+0 (50000000)',
      'rules/11 2026 200000+0 (200000)',
    ]);
  });
  it('pays 10% of purchases within 1000万 a year, clustering at discretion beside it', () => {
    const buy = (purchaseAmount: number, relatedParties = false): Project =>
      on(day, 'supply-chain-purchase', { purchaseAmount, relatedParties });
    const [m] = evaluate([buy(7e7), buy(1, true), buy(1e9), on(day, 'supply-chain-cluster', {})]);
    expect(lines(m)).toEqual([
      'rules/9 2026 7000000+0 (7000000)',
      'rules/9 2026 3000000+0 (100000000)',
      'rules/9 2026 0+1000000 (1000000)',
      'rules/9 related-parties',
    ]);
    expect([m.determined, m.discretionary]).toEqual(['10000000', '1000000']);
  });
  it('lets an industry organisation have 100万 a year and 30万 an event, both at discretion', () => {
    const service = (date: string): Project => on(date, 'industry-services', {});
    const [m, s] = evaluate(
      [
        service(day),
        on(day, 'exchange-event', { cost: 500000.01 }),
        on(day, 'exchange-event', { cost: 600000.01 }),
        service('2026-12-31'),
        service('2027-01-01'),
      ],
      {},
      'industry-organisation',
    );
    expect(lines(m)).toEqual([
      'rules/17 2026 0+1000000 (1000000)',
      'opinions/16 2026 0+250000.01 (250000.01)',
      'opinions/16 2026 0+300000 (300000)',
      'rules/17 2026 0+0 (1000000)',
      'rules/17 2027 0+1000000 (1000000)',
    ]);
    expect(m.years['2026']).toEqual({ determined: '0', discretionary: '1550000.01' });
    expect(lines(s)).toEqual(Array.from({ length: 5 }, () => '- not-covered'));
  });
  it('opens platforms and clean rooms to parks, demonstrations to institutions', () => {
    const projects = [
      on(day, 'service-platform', { constructionCost: 10 }),
      on(day, 'clean-room', { investment: 10 }),
      on(day, 'demonstration', { municipalSupport: 10 }),
      on(day, 'exchange-event', { cost: 10 }),
      on(day, 'quality-certification', { investment: 10 }),
    ];
    expect(lines(evaluate(projects, {}, 'park')[0])).toEqual([
      'rules/10 2026 3+0 (3)',
      'rules/13 2026 3+0 (3)',
      'rules/16 applicant-type',
      'opinions/16 applicant-type',
      '- not-covered',
    ]);
    for (const type of ['public-institution', 'private-non-enterprise'] as const) {
      expect(lines(evaluate(projects, {}, type)[0])).toEqual([
        'rules/16 2026 5+0 (5)',
        'opinions/16 2026 0+5 (5)',
        'rules/10 applicant-type',
        'rules/13 applicant-type',
        '- not-covered',
      ]);
    }
    expect(lines(evaluate(projects, {}, 'park')[1]).at(-1)).toBe('measures/7 applicant-type');
  });
  it('asks conditions in order: parties, threshold, city money; 1亿元 itself qualifies', () => {
    const deal = (upfrontPayment: number, municipalSupport: number, relatedParties = false): Project =>
      on(day, 'overseas-licensing', { upfrontPayment, municipalSupport, relatedParties });
    expect(lines(evaluate([deal(1e8, 0.01), deal(99999999.99, 0), deal(1, 0, true), deal(1e8, 0)])[0])).toEqual([
      'rules/15 2026 0.01+0 (0.01)',
      'rules/15 below-threshold',
      'rules/15 related-parties',
      'rules/15 no-municipal-support',
    ]);
    expect(lines(evaluate([on(day, 'overseas-registration', { municipalSupport: 0, soldLocally: false })])[1])).toEqual(
      ['measures/4 not-sold-locally'],
    );
  });
  it('pays the plain matches in full, and none of them without city money', () => {
    const all = (municipalSupport: number): Project[] => [
      on(day, 'contract-manufacturing', { municipalSupport }),
      on(day, 'overseas-registration', { municipalSupport }),
      on(day, 'overseas-licensing', { municipalSupport, upfrontPayment: 2e8 }),
      on(day, 'demonstration', { municipalSupport }),
      on(day, 'industrialisation', { municipalSupport }),
      on(day, 'major-rd-special', { municipalSupport }),
    ];
    expect(lines(evaluate(all(1e7))[0])).toEqual([
      'rules/12 2026 10000000+0 (10000000)',
      'rules/14 2026 5000000+0 (5000000)',
      'rules/15 2026 5000000+0 (5000000)',
      'rules/16 2026 5000000+0 (5000000)',
      'rules/8 2026 5000000+0 (5000000)',
      'opinions/1 2026 1000000+0 (1000000)',
    ]);
    expect(lines(evaluate([...all(0), on(day, 'drug-clinical-trial', { phase: 'II', rdInvestment: 9 })])[0])).toEqual(
      [12, 14, 15, 16, 8]
        .map((n) => `rules/${n} no-municipal-support`)
        .concat('opinions/1 no-municipal-support', 'rules/3 no-municipal-support'),
    );
  });
  it('caps what a share of a large sum would exceed, and takes exactly three years of a lab', () => {
    const [m] = evaluate([
      on(day, 'service-platform', { constructionCost: 5e7 }),
      on(day, 'clean-room', { investment: 166666666.66 }),
      on(day, 'joint-lab', { annualInvestment: [0.01, 0.02, 0.05] }),
    ]);
    expect(lines(m)).toEqual([
      'rules/10 2026 10000000+0 (10000000)',
      'rules/13 2026 50000000+0 (50000000)',
      'rules/2 2026 0+0 (0)',
      'rules/2 2027 0.01+0 (0.01)',
      'rules/2 2028 0.02+0 (0.02)',
    ]);
  });
  it('takes a device for no special one, a drug for produced, unless told otherwise', () => {
    expect(lines(evaluate([device('III', 8e6, { municipalSupport: 2e6 })])[0])).toEqual([
      'rules/6 2026 1000000+0 (1000000)',
    ]);
    const drugs = (['innovative', 'improved', 'generic', 'veterinary'] as const).flatMap((category) => [
      on(day, 'drug-approval', { category, rdInvestment: 0 }),
      on(day, 'drug-approval', { category, rdInvestment: 0, produced: false }),
    ]);
    expect(lines(evaluate(drugs)[0])).toEqual([
      'rules/4 2026 3000000+0 (3000000)',
      'rules/4 2026 2000000+0 (2000000)',
      'rules/4 2026 1000000+0 (1000000)',
      'rules/4 2026 300000+0 (300000)',
      ...Array.from({ length: 4 }, () => 'rules/4 not-produced'),
    ]);
    expect(
      lines(
        evaluate([
          on(day, 'drug-approval', { category: 'improved', rdInvestment: 9, municipalSupport: 1, produced: false }),
        ])[0],
      ),
    ).toEqual(['rules/3 not-produced']);
  });
});
