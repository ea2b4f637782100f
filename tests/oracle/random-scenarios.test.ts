import { describe, expect, it } from 'vitest';
import { comparable, evaluateByHand } from './oracle.ts';
import { randomScenario } from './random-scenarios.ts';
import { minhangReadings, songjiangReadings } from './scenario.ts';

describe('the generator', () => {
  const scenarios = Array.from({ length: 1000 }, (_, seed) => randomScenario(seed));
  it('repeats itself, and is valid where the oracle can tell', () => {
    expect(scenarios.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, seed) => randomScenario(seed)));
    for (const s of scenarios) {
      expect(JSON.parse(JSON.stringify(s))).toEqual(s);
      expect(new Set(s.projects.map((p) => p.id)).size).toBe(s.projects.length);
      expect(s.projects.filter((p) => p.matter === 'first-above-scale').length).toBeLessThan(2);
      for (const { date } of s.projects) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    }
  });
  it('reaches every reading, and a range always holds the sum', { timeout: 60_000 }, () => {
    const choices: [string, readonly string[]][] = Object.entries({ ...minhangReadings, ...songjiangReadings });
    for (const [key, [one, other]] of choices) {
      const differs = scenarios.slice(0, 400).filter((s) => {
        const as = (choice: string | undefined) => evaluateByHand({ ...s, readings: { ...s.readings, [key]: choice } });
        return JSON.stringify(as(one)) !== JSON.stringify(as(other));
      });
      expect(differs.length, key).toBeGreaterThan(4);
    }
    for (const s of scenarios) {
      for (const p of evaluateByHand(s).policies) {
        expect(Number(p.range.min)).toBeLessThanOrEqual(Number(p.determined));
        expect(Number(p.range.max)).toBeGreaterThanOrEqual(Number(p.determined));
      }
    }
  });
  it('compares with numbers, steps and support left aside', () => {
    expect(
      comparable({
        awards: [{ determined: 0.5, year: 2026, steps: ['…'], support: 'x' }],
        range: { min: 0, max: 1e12 },
      }),
    ).toEqual({ awards: [{ determined: '0.5', year: 2026 }], range: { min: '0', max: '1000000000000' } });
  });
});
