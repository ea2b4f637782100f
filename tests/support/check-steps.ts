/** Recomputes a trace from its own figures. @returns what does not add up */
import type { AwardResult } from '../../src/engine/index.ts';
import type { Step } from '../../src/engine/index.ts';

const ONE = 1_000_000n;

export function findFaultsOfSteps({ steps, beforeAnnualCaps, determined, discretionary }: AwardResult): string[] {
  const faults: string[] = [];
  const expectEqual = (what: string, a: bigint, b: bigint): void => {
    if (a !== b) faults.push(`${what}: ${a} is not ${b}`);
  };
  let running: bigint | null = null;
  let before: bigint | null = null;
  for (const step of steps) {
    if (step.kind === 'annual-cap') before ??= running;
    if ('from' in step) expectEqual(`${step.kind} from`, step.from, running ?? -1n);
    if ('to' in step) {
      expectEqual(`${step.kind} to`, step.to, recompute(step));
      running = step.to;
    }
    if ('bit' in step) expectEqual(`${step.kind} bit`, step.bit ? 1n : 0n, step.to < step.from ? 1n : 0n);
  }
  expectEqual('before annual caps', before ?? running ?? -1n, beforeAnnualCaps * ONE);
  expectEqual('result', running ?? -1n, (determined + discretionary) * ONE);
  return faults;
}

const least = (...sums: (bigint | null)[]): bigint =>
  sums.filter((one) => one !== null).reduce((a, b) => (a < b ? a : b));

function recompute(step: Extract<Step, { to: bigint }>): bigint {
  switch (step.kind) {
    case 'share':
      return step.base.sum * BigInt(step.rate);
    case 'match':
      return step.base.sum * BigInt(step.ratio);
    case 'joint-ceiling': {
      const room = step.of.sum * BigInt(step.rate) - step.base.sum * ONE;
      return least(step.from, room > 0n ? room : 0n);
    }
    case 'own-limit':
      return least(step.from, step.max * ONE);
    case 'fixed':
      return step.sum * ONE;
    case 'ceiling':
      return least(
        step.base && step.rate !== null ? step.base.sum * BigInt(step.rate) : null,
        step.max === null ? null : step.max * ONE,
      );
    case 'rounding':
      return ((step.from + ONE / 2n) / ONE) * ONE;
    case 'choice':
      return step.to;
    case 'annual-cap':
      return least(step.from, step.left * ONE);
  }
}
