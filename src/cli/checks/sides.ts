import { toExact } from '../../engine/exact.ts';
import type { AwardResult, PolicyResult, Step } from '../../engine/index.ts';
import type { Fault } from '../../load/fault.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { AwardRule } from '../../model/rulebook.ts';
import { allTexts } from '../../model/versions.ts';
import type { Locate } from './locate.ts';
import type { Trial } from './trials.ts';

/** One limit as examples may show it: reached or not. */
interface Side {
  /** field of the award that states it */
  path: (string | number)[];
  what: string;
  /** whether this award came to the limit, null where it says nothing of it */
  reached: (award: AwardResult) => boolean | null;
}

/** Every cap, ceiling and joint ceiling has an example on each side: one that reaches it, one that stays below. */
export function findOneSided(
  knowledgeBase: KnowledgeBase,
  results: ReadonlyMap<Trial, PolicyResult>,
  locate: Locate,
): Fault[] {
  const { rules } = knowledgeBase;
  const nodes = allTexts(knowledgeBase);
  const byNode = Map.groupBy(results, ([trial]) => trial.node);
  const byClause = Map.groupBy(
    rules.policies.flatMap((policy) => policy.awards),
    ({ clause }) => clause,
  );
  return nodes.flatMap((node) => {
    const own = (byNode.get(node) ?? []).flatMap(([, result]) => result.awards);
    const awards = byClause.get(node.id) ?? [];
    return awards.flatMap((award, index) =>
      sidesOf(award).flatMap(({ path, what, reached }): Fault[] => {
        const seen = new Set(own.filter(({ rule }) => rule.ref === award.ref).map(reached));
        const missing = [...(seen.has(true) ? [] : ['触及']), ...(seen.has(false) ? [] : ['未触及'])];
        if (missing.length === 0) return [];
        const full = ['awards', index, ...path];
        return [
          {
            file: node.file,
            line: locate(node.file, full),
            field: full.join('.'),
            problem: `“${award.title}”的${what}缺少${missing.join('和')}的算例`,
            remedy: '在 examples 里补上，上限两侧各有一个',
          },
        ];
      }),
    );
  });
}

function sidesOf(award: AwardRule): Side[] {
  const { amount } = award;
  return [
    ...(amount.kind !== 'fixed' && amount.max !== null && !(amount.kind === 'up-to' && amount.rate === null)
      ? [{ path: ['amount', 'max'], what: '单项上限', reached: reachedOwnLimit }]
      : []),
    ...(amount.kind === 'match' && amount.jointCeiling
      ? [{ path: ['amount', 'jointCeiling'], what: '两级合计上限', reached: reachedJointCeiling }]
      : []),
    ...award.caps.map(({ cap }, at) => ({
      path: ['annualCaps', at],
      what: '年度上限',
      reached: (one: AwardResult) => reachedAnnualCap(one, cap),
    })),
  ];
}

function reachedOwnLimit({ steps }: AwardResult): boolean | null {
  const limit = find(steps, 'own-limit');
  if (limit) return limit.from >= toExact(limit.max);
  const ceiling = find(steps, 'ceiling');
  return ceiling && ceiling.product !== null && ceiling.max !== null ? ceiling.product >= toExact(ceiling.max) : null;
}

function reachedJointCeiling({ steps }: AwardResult): boolean | null {
  const ceiling = find(steps, 'joint-ceiling');
  return ceiling ? ceiling.bit : null;
}

function reachedAnnualCap({ steps }: AwardResult, ref: string): boolean | null {
  const step = steps.find(
    (one) => one.kind === 'annual-cap' && (one.cap.ref === ref || one.pooledWith.some((cap) => cap.ref === ref)),
  );
  return step?.kind === 'annual-cap' ? step.bit : null;
}

function find<K extends Step['kind']>(steps: readonly Step[], kind: K): (Step & { kind: K }) | undefined {
  return steps.find((step): step is Step & { kind: K } => step.kind === kind);
}
