import type { PolicyMark } from '../schemas/policy.ts';

const SHAPES = ['round', 'square', 'diamond', 'hexagon'] as const;
const HATCHES = ['diagonal', 'dots', 'horizontal', 'cross', 'solid'] as const;
/** Inks on light and on dark paper, each readable on both, told apart in hue. */
const INKS = [
  ['#0b5f6b', '#6cc3cd'],
  ['#b3501e', '#f0a06a'],
  ['#5b3f94', '#b9a2ee'],
  ['#3d6b21', '#9bcf78'],
  ['#9c2f5c', '#f09abc'],
  ['#1f4f9c', '#8fb8f5'],
  ['#75601a', '#d9bf62'],
  ['#4a5560', '#aab7c4'],
] as const;

/** A mark that no policy has yet, as far as there are any: shape, hatch and inks differ from the others'. */
export function freeMark(seal: string, others: readonly PolicyMark[]): PolicyMark {
  const free = <T>(all: readonly T[], used: (one: T) => boolean): T =>
    all.find((one) => !used(one)) ?? (all[others.length % all.length] as T);
  const ink = free(INKS, ([light]) => others.some((one) => one.light === light));
  return {
    seal,
    shape: free(SHAPES, (shape) => others.some((one) => one.shape === shape)),
    light: ink[0],
    dark: ink[1],
    hatch: free(HATCHES, (hatch) => others.some((one) => one.hatch === hatch)),
  };
}
