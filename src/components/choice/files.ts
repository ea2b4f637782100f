import { createHash } from 'node:crypto';
import { isChoice } from '../../compare/index.ts';
import { columnOf, type Directory } from '../../compare/column.ts';
import type { Sums } from '../../islands/state/choice.ts';
import type { KnowledgeBase, PolicyEntry } from '../../model/knowledge-base.ts';
import { documentOf, papersOf } from '../calculate/scenario-props.ts';

/** A file that a browser fetches when it needs it, named by its content. */
export interface ChoiceFile {
  /** below the root of the site, without the ending */
  name: string;
  content: string;
}

export interface ChoiceFiles {
  directory: ChoiceFile;
  all: ChoiceFile[];
}

const made = new WeakMap<KnowledgeBase, ChoiceFiles | null>();

/** A directory of all policies, and of each what it says in files of its own; null where there is nothing to choose. */
export function choiceFiles(kb: KnowledgeBase): ChoiceFiles | null {
  const known = made.get(kb);
  if (known !== undefined) return known;
  const files = isChoice(kb.policies) ? makeFiles(kb) : null;
  made.set(kb, files);
  return files;
}

function makeFiles(kb: KnowledgeBase): ChoiceFiles {
  const all: ChoiceFile[] = [];
  const keep = (kind: string, value: unknown): string => {
    const file = fileOf(kind, value);
    all.push(file);
    return addressOf(file);
  };
  const policies = kb.policies.map((policy) => {
    const { column, texts } = columnOf(kb, policy.id);
    const { id, shortTitle, district, url, mark } = policy;
    const files = {
      sums: keep('sums', sumsOf(policy, kb)),
      column: keep('column', column),
      texts: keep('texts', texts),
    };
    return { id, shortTitle, district, url, mark, files };
  });
  const { matters } = kb.rules;
  const topics = kb.topics.map(({ clauses: _, ...topic }) => topic);
  const directory = fileOf('policies', { policies, matters, topics } satisfies Directory);
  return { directory, all: [directory, ...all] };
}

/** What a calculator needs of one policy. */
function sumsOf(policy: PolicyEntry, kb: KnowledgeBase): Sums {
  const rules = kb.rules.policies.find(({ id }) => id === policy.id);
  if (!rules) throw new Error(`no rules of ${policy.id}: load makes one book for each`);
  return { rules, document: documentOf(policy), papers: papersOf(policy.id, kb) };
}

function fileOf(kind: string, value: unknown): ChoiceFile {
  const content = JSON.stringify(value);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name: `_astro/${kind}.${hash}`, content };
}

/** Root-relative. */
export function addressOf({ name }: ChoiceFile): string {
  return `/${name}.json`;
}
