import type { Fault } from '../../load/fault.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { PolicyRule, RuleBook } from '../../model/rulebook.ts';
import { allTexts } from '../../model/versions.ts';
import type { Locate } from './locate.ts';
import { changes, narrow, type Trial } from './trials.ts';
import { ADDED, STRUCK, variationsOfAward, variationsOfCap } from './variations.ts';

/**
 * Every word of every award is proved by an example of its clause: with the word taken out of the rule
 * book, one of them comes out differently. So a word that is lost later cannot be lost unnoticed.
 */
export function findUnexercised(
  knowledgeBase: KnowledgeBase,
  trials: readonly Trial[],
  known: ReadonlyMap<Trial, string>,
  locate: Locate,
): Fault[] {
  const { rules } = knowledgeBase;
  const nodes = allTexts(knowledgeBase);
  const faults: Fault[] = [];
  const nodesOf = Map.groupBy(nodes, ({ policy }) => policy);
  const trialsOf = Map.groupBy(trials, ({ node }) => node);
  for (const policy of rules.policies) {
    for (const node of nodesOf.get(policy.id) ?? []) {
      const own = trialsOf.get(node) ?? [];
      const report = (path: (string | number)[], title: string, what: string) => {
        const problem = `没有算例检验“${title}”的${what}：去掉它，本条的算例结果都不变`;
        const file = path[0] === STRUCK ? (node.version?.struck?.file ?? node.file) : node.file;
        faults.push({
          file,
          line: locate(file, path),
          field: path.join('.'),
          problem,
          remedy: '在 examples 里补一个少了它就不同的算例；确属多余的，删去它',
        });
      };
      policy.awards
        .filter(({ clause }) => clause === node.id)
        .forEach((award, index) => {
          const stage = new Stage(rules, policy, own.filter(about([award.matter])), known);
          for (const { path, what, rule } of variationsOfAward(award)) {
            if (
              stage.notices(({ awards, ...rest }) => ({
                ...rest,
                awards: awards.map((one) => (one.ref === award.ref ? rule : one)),
              }))
            )
              continue;
            // who may apply, and since when and until when it stands, is told with the clause, not with each award
            const ofClause = ['applicants', ADDED, STRUCK].includes(String(path[0]));
            report(ofClause ? path : ['awards', index, ...path], award.title, what);
          }
        });
      policy.caps
        .filter(({ clause }) => clause === node.id)
        .forEach((cap, index) => {
          const stage = new Stage(rules, policy, own, known);
          for (const { path, what, rule } of variationsOfCap(cap)) {
            if (
              stage.notices(({ caps, ...rest }) => ({
                ...rest,
                caps: caps.map((one) => (one.ref === cap.ref ? rule : one)),
              }))
            )
              continue;
            report(['annualCaps', index, ...path], cap.title, what);
          }
        });
    }
  }
  return faults;
}

/** Some trials and the part of the rule book that they need. */
class Stage {
  readonly #book: RuleBook;
  readonly #trials: readonly Trial[];
  readonly #known: ReadonlyMap<Trial, string>;

  constructor(rules: RuleBook, policy: PolicyRule, trials: readonly Trial[], known: ReadonlyMap<Trial, string>) {
    this.#book = narrow(rules, policy, trials);
    this.#trials = trials;
    this.#known = known;
  }

  /** Whether a trial comes out differently once the policy is changed so. */
  notices(change: (policy: PolicyRule) => PolicyRule): boolean {
    return changes(this.#trials, this.#known, { ...this.#book, policies: this.#book.policies.map(change) });
  }
}

function about(matters: readonly string[]): (trial: Trial) => boolean {
  return ({ scenario }) => scenario.projects.some(({ matter }) => matters.includes(matter));
}
