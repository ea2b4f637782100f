import { compile } from '../engine/index.ts';
import { buildKnowledgeBase, type Built } from '../load/build.ts';
import { formatFault, type Fault } from '../load/fault.ts';
import type { ContentFiles } from '../load/files.ts';
import type { ParseCache } from '../load/parse-cache.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { allTexts } from '../model/versions.ts';
import { checkAddresses, listedAddresses } from './checks/addresses.ts';
import type { Locate } from './checks/locate.ts';
import { compareExample } from './checks/run-examples.ts';
import { findUnprovedShared } from './checks/shared-rules.ts';
import { findOneSided } from './checks/sides.ts';
import { checkTemplates } from './checks/templates.ts';
import { fingerprint, outcomesOf, placeOfExample, readTrials, runTrial } from './checks/trials.ts';
import { findUnexercised } from './checks/unexercised.ts';

export interface Checked {
  faults: Fault[];
  /** what is left to do in drafts, in the order of their files */
  guidance: Fault[];
  /** ids of the policies that are drafts */
  drafts: string[];
  /** what was looked at; all 0 where the load failed */
  counts: { policies: number; nodes: number; awards: number; examples: number; figures: number; addresses: number };
}

export interface CheckOptions {
  /** every address that a committed addresses.txt ever listed; empty where no history is at hand */
  everPublished?: readonly string[];
  cache?: ParseCache;
}

/**
 * Everything that can be said of content/ without building the site. What does not load is told first and
 * alone: whatever comes after would only repeat it.
 */
export function checkContent(files: ContentFiles, { everPublished = [], cache }: CheckOptions = {}): Checked {
  const built = buildKnowledgeBase(files, cache);
  const { knowledgeBase, faults, sound, locate, figures, drafts, draftFaults } = built;
  const nothing = { policies: 0, nodes: 0, awards: 0, examples: 0, figures: 0, addresses: 0 };
  const guidance = drafts.length > 0 ? guideDrafts(files, built, cache) : [];
  if (!knowledgeBase || !sound) return { faults: [...faults, ...draftFaults], guidance, drafts, counts: nothing };
  const { policies, rules } = knowledgeBase;
  const texts = allTexts(knowledgeBase);
  const checked = checkExamples(knowledgeBase, locate);
  return {
    guidance,
    drafts,
    faults: [
      ...faults,
      ...draftFaults,
      ...checked,
      ...checkTemplates(compile(rules), knowledgeBase.templates, files),
      ...checkAddresses(knowledgeBase, files, everPublished, locate),
    ],
    counts: {
      policies: policies.length,
      nodes: texts.length,
      awards: rules.policies.reduce((sum, policy) => sum + policy.awards.length, 0),
      examples: texts.reduce((sum, node) => sum + node.examples.length, 0),
      figures,
      addresses: listedAddresses(files).length,
    },
  };
}

/**
 * What is left to do before drafts are policies: the faults that they would have. Where nothing keeps them from loading
 * any more, their examples are run too.
 */
function guideDrafts(files: ContentFiles, { faults, draftFaults }: Built, cache?: ParseCache): Fault[] {
  const rehearsed = buildKnowledgeBase(files, cache, 'rehearse');
  const { knowledgeBase, sound, locate } = rehearsed;
  const known = new Set([...faults, ...draftFaults].map(formatFault));
  const all = [...rehearsed.faults, ...(knowledgeBase && sound ? checkExamples(knowledgeBase, locate) : [])];
  const left = new Map(all.map((one) => [formatFault(one), one]));
  return [...left]
    .filter(([line]) => !known.has(line))
    .map(([, one]) => one)
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The examples against the engine; and, where they all hold, whether they prove every word of the rules. */
function checkExamples(knowledgeBase: KnowledgeBase, locate: Locate): Fault[] {
  const faults: Fault[] = [];
  const engine = compile(knowledgeBase.rules);
  const trials = readTrials(
    engine,
    allTexts(knowledgeBase),
    (trial, problem) => {
      const { example } = trial;
      const matters = [...new Set(example.scenario.projects.map(({ matter }) => `matters/${matter}.yaml`))].join('、');
      const { file, path } = placeOfExample(trial);
      const at = { file, line: locate(file, path), field: path.join('.') };
      return {
        ...at,
        problem: `算例“${example.title}”不成情景：${problem}`,
        remedy: `改算例；事实写在 ${matters} 和 matters/facts.yaml`,
      };
    },
    faults,
  );
  const results = new Map(trials.map((trial) => [trial, runTrial(engine, trial)]));
  for (const [trial, result] of results) faults.push(...compareExample(trial, result, knowledgeBase, locate));
  if (faults.length > 0) return faults;
  const known = new Map([...results].map(([trial, result]) => [trial, fingerprint(outcomesOf(result))]));
  return [
    ...findUnexercised(knowledgeBase, trials, known, locate),
    ...findOneSided(knowledgeBase, results, locate),
    ...findUnprovedShared(knowledgeBase, results, known, locate),
  ];
}
