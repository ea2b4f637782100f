import type { Fault } from '../../load/fault.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { PolicyRule } from '../../model/rulebook.ts';
import type { Locate } from './locate.ts';
import { changes, narrow, type Trial } from './trials.ts';
import { variationsOfAward, variationsOfCap, type Variation } from './variations.ts';

/**
 * Every word of every award is proved by an example of its clause: with the word taken out of the rule
 * book, one of them comes out differently. So a word that is lost later cannot be lost unnoticed.
 */
export function findUnexercised(knowledgeBase: KnowledgeBase, trials: readonly Trial[], known: ReadonlyMap<Trial, string>, locate: Locate): Fault[] {
  const { rules, nodes } = knowledgeBase;
  const faults: Fault[] = [];
  for (const policy of rules.policies) {
    for (const node of nodes.filter((one) => one.policy === policy.id)) {
      const own = trials.filter((trial) => trial.node === node);
      if (own.length === 0) continue;
      const book = narrow(rules, policy, own);
      const [sliced] = book.policies;
      if (!sliced) continue;
      const report = (path: (string | number)[], title: string, what: string) => {
        const problem = `没有算例检验“${title}”的${what}：去掉它，本条的算例结果都不变`;
        faults.push({ file: node.file, line: locate(node.file, path), field: path.join('.'), problem, remedy: '在 examples 里补一个少了它就不同的算例；确属多余的，删去它' });
      };
      const unnoticed = <T>({ rule }: Variation<T>, put: (rule: T) => PolicyRule) => !changes(own, known, { ...book, policies: [put(rule)] });
      policy.awards
        .filter(({ clause }) => clause === node.id)
        .forEach((award, index) => {
          for (const variation of variationsOfAward(award)) {
            const put = (rule: typeof award): PolicyRule => ({ ...sliced, awards: sliced.awards.map((one) => (one.ref === award.ref ? rule : one)) });
            // who may apply stands with the clause, not with each award
            const path = variation.path[0] === 'applicants' ? variation.path : ['awards', index, ...variation.path];
            if (unnoticed(variation, put)) report(path, award.title, variation.what);
          }
        });
      policy.caps
        .filter(({ clause }) => clause === node.id)
        .forEach((cap, index) => {
          for (const variation of variationsOfCap(cap)) {
            const put = (rule: typeof cap): PolicyRule => ({ ...sliced, caps: sliced.caps.map((one) => (one.ref === cap.ref ? rule : one)) });
            if (unnoticed(variation, put)) report(['annualCaps', index, ...variation.path], cap.title, variation.what);
          }
        });
    }
  }
  return faults;
}
