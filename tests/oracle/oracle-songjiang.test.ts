import { describe, expect, it } from 'vitest';
import { day, device, evaluate, lines, on } from './hand.ts';
import type { Project } from './scenario.ts';

/** Every expected figure below was worked out on paper from the official texts. */

describe('Songjiang', () => {
  it('holds article 1 to 200万 a year, all of it or the certificates only', () => {
    const projects = [
      on(day, 'device-special-review', { rdInvestment: 1e7, municipalSupport: 1.5e6 }),
      device('III', 8e6, { inVitroDiagnostic: true }),
      device('II', 8e6),
    ];
    const [, s] = evaluate(projects); // 150, min(100, 50), 0
    expect(lines(s)).toEqual([
      'measures/1 2026 1500000+0 (1500000)',
      'measures/1 2026 500000+0 (1000000)',
      'measures/1 2026 0+0 (500000)',
    ]);
    expect(s.range).toEqual({ min: '2000000', max: '3000000' });
    expect(
      evaluate(projects, { 'songjiang-2025/device-annual-cap': 'certificates' })[1].awards.map((a) => a.determined),
    ).toEqual(['1500000', '1000000', '500000']);
  });
  it('matches a special-review device only, and pays the 20% to one without city money unless it is outside 其他', () => {
    expect(lines(evaluate([device('III', 6.4e6, { specialReview: true, municipalSupport: 3e6 })])[1])).toEqual([
      'measures/1 2026 200000+0 (200000)',
    ]);
    const unmatched = device('II', 1e6, { specialReview: true });
    const [, s] = evaluate([unmatched]);
    expect([lines(s), s.range]).toEqual([['measures/1 2026 200000+0 (200000)'], { min: '0', max: '200000' }]);
    const outside = { 'songjiang-2025/other-devices': 'outside-procedure' } as const;
    expect(lines(evaluate([unmatched], outside)[1])).toEqual(['measures/1 no-municipal-support']);
    expect(lines(evaluate([device('II', 1e6, { specialReview: true, produced: false })], outside)[1])).toEqual([
      'measures/1 not-produced',
    ]);
    expect(lines(evaluate([device('II', 1e6, { municipalSupport: 5e5 })], outside)[1])).toEqual([
      'measures/1 2026 200000+0 (200000)',
    ]);
  });
  it('names ceilings for drugs, with no annual cap and no need of city money', () => {
    const [, s] = evaluate(
      (['innovative', 'improved', 'generic', 'veterinary'] as const).map((category) =>
        on(day, 'drug-approval', { category, rdInvestment: 0, municipalSupport: 7 }),
      ),
    );
    expect(lines(s)).toEqual([
      'measures/2 2026 0+3000000 (3000000)',
      'measures/2 2026 0+2000000 (2000000)',
      'measures/2 2026 0+1000000 (1000000)',
      'measures/2 2026 0+300000 (300000)',
    ]);
    expect([s.determined, s.discretionary, s.range]).toEqual(['0', '6300000', { min: '0', max: '0' }]);
  });
  it('caps industrialisation at 500万 and contract manufacturing at 200万, by the year only', () => {
    const [, s] = evaluate([
      on(day, 'industrialisation', { municipalSupport: 1.2e7 }),
      on(day, 'industrialisation', { municipalSupport: 1 }),
      on(day, 'contract-manufacturing', { municipalSupport: 1.5e6 }),
      on('2026-12-31', 'contract-manufacturing', { municipalSupport: 9e5 }),
      on('2027-01-01', 'contract-manufacturing', { municipalSupport: 9e5 }),
    ]);
    expect(lines(s)).toEqual([
      'measures/3 2026 5000000+0 (6000000)',
      'measures/3 2026 0+0 (0.5)',
      'measures/5 2026 1500000+0 (1500000)',
      'measures/5 2026 500000+0 (900000)',
      'measures/5 2027 900000+0 (900000)',
    ]);
  });
  it('lets both halves of article 4 share 200万, or the licensing alone', () => {
    const projects = [
      on(day, 'overseas-registration', { municipalSupport: 5e6 }),
      on(day, 'overseas-licensing', { upfrontPayment: 1e8, municipalSupport: 5e6 }),
    ];
    const [m, s] = evaluate(projects);
    expect(m.determined).toBe('5000000');
    expect(s.awards.map((a) => a.determined)).toEqual(['2000000', '0']);
    expect(s.range).toEqual({ min: '2000000', max: '4500000' });
    expect(
      evaluate(projects, { 'songjiang-2025/overseas-annual-cap': 'licensing' })[1].awards.map((a) => a.determined),
    ).toEqual(['2500000', '2000000']);
  });
  it('pays a certification 30% up to 200万, to any enterprise or to service institutions', () => {
    const projects = [
      on(day, 'quality-certification', { investment: 6666666.66 }),
      on(day, 'quality-certification', { investment: 1e7, serviceInstitution: true }),
    ];
    const [, s] = evaluate(projects);
    expect([lines(s), s.range]).toEqual([
      ['measures/7 2026 2000000+0 (2000000)', 'measures/7 2026 2000000+0 (2000000)'],
      { min: '2000000', max: '4000000' },
    ]);
    expect(lines(evaluate(projects, { 'songjiang-2025/certification-scope': 'service-institutions' })[1])).toEqual([
      'measures/7 2026 2000000+0 (2000000)',
      'measures/7 applicant-type',
    ]);
  });
  it('lets medical AI have at most 30%, at most 100万, at discretion', () => {
    const [m, s] = evaluate([
      on(day, 'medical-ai', { totalInvestment: 3333333.31 }),
      on(day, 'medical-ai', { totalInvestment: 4e6 }),
    ]);
    expect(lines(s)).toEqual(['measures/10 2026 0+999999.99 (999999.99)', 'measures/10 2026 0+1000000 (1000000)']);
    expect(lines(m)).toEqual(['- not-covered', '- not-covered']);
  });
  it('pays no match without city money, and ends a single large one at 200万 a year', () => {
    const all = (municipalSupport: number): Project[] => [
      on(day, 'industrialisation', { municipalSupport }),
      on('2026-01-01', 'overseas-registration', { municipalSupport }),
      on('2027-12-31', 'overseas-licensing', { municipalSupport, upfrontPayment: 1e8 }),
      on(day, 'contract-manufacturing', { municipalSupport }),
      on(day, 'device-special-review', { municipalSupport, rdInvestment: 1e8 }),
    ];
    expect(lines(evaluate(all(2e7))[1])).toEqual([
      'measures/3 2026 5000000+0 (10000000)',
      'measures/4 2026 2000000+0 (10000000)',
      'measures/4 2027 2000000+0 (10000000)',
      'measures/5 2026 2000000+0 (20000000)',
      'measures/1 2026 2000000+0 (20000000)',
    ]);
    expect(lines(evaluate(all(0))[1])).toEqual([3, 4, 4, 5, 1].map((n) => `measures/${n} no-municipal-support`));
  });
  it('pays a small certification its share, and nothing to anyone but an enterprise', () => {
    const small = [on(day, 'quality-certification', { investment: 1.15, serviceInstitution: true })];
    expect(lines(evaluate(small)[1])).toEqual(['measures/7 2026 0.35+0 (0.35)']); // 0.345
    for (const type of ['public-institution', 'private-non-enterprise', 'park', 'industry-organisation'] as const) {
      expect(lines(evaluate(small, {}, type)[1])).toEqual(['measures/7 applicant-type']);
    }
  });
});
