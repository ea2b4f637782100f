import type { z } from 'zod';
import { applicantWordsFile, type ApplicantWords } from '../schemas/applicant.ts';
import { changesFile, type Change } from '../schemas/change.ts';
import { departmentsFile, type Department } from '../schemas/department.ts';
import { glossaryFile, type Term } from '../schemas/glossary.ts';
import { factsFile, matter as matterSchema, type Matter } from '../schemas/matter.ts';
import { redirectsFile, type Redirect } from '../schemas/redirect.ts';
import { questionsFile, synonymsFile } from '../schemas/search.ts';
import { topicsFile } from '../schemas/topic.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';
import type { ParseCache } from './parse-cache.ts';
import { parseYaml, type Locate } from './yaml.ts';

/** A file of metadata shared by all policies, with the place of each field. */
export interface Shared<T> {
  value: T;
  file: string;
  locate: Locate;
}

export interface SharedContent {
  facts: Shared<z.output<typeof factsFile>>;
  matters: Shared<Matter>[];
  topics: Shared<z.output<typeof topicsFile>>;
  departments: Shared<Department[]>;
  glossary: Shared<Term[]>;
  applicantWords: Shared<ApplicantWords[]>;
  redirects: Shared<Redirect[]>;
  changes: Shared<Change[]>;
  synonyms: Shared<z.output<typeof synonymsFile>>;
  questions: Shared<z.output<typeof questionsFile>>;
}

/** Reads everything of content/ that does not belong to one policy. @returns null where a file is unusable */
export function readShared(files: ContentFiles, faults: Fault[], cache: ParseCache): SharedContent | null {
  const read = <S extends z.ZodType>(file: string, schema: S, otherwise?: string): Shared<z.output<S>> | null => {
    const text = files.get(file) ?? otherwise;
    if (text === undefined) {
      faults.push({ file, line: 1, field: '文件', problem: '缺少这个文件', remedy: '从版本历史里恢复' });
      return null;
    }
    const parsed = cache.read(file, text, faults, (own) => parseYaml(text, schema, file, own));
    return parsed && { value: parsed.value, file, locate: parsed.locate };
  };
  const matters = [...files.keys()]
    .filter((path) => path.startsWith('matters/') && path !== 'matters/facts.yaml')
    .map((path) => read(path, matterSchema))
    .filter((one) => one !== null)
    .sort((a, b) => a.value.order - b.value.order);
  const facts = read('matters/facts.yaml', factsFile);
  const topics = read('topics/topics.yaml', topicsFile);
  const departments = read('departments.yaml', departmentsFile);
  const glossary = read('glossary.yaml', glossaryFile);
  const applicantWords = read('applicants.yaml', applicantWordsFile);
  const redirects = read('redirects.yaml', redirectsFile, '[]');
  const changes = read('changes.yaml', changesFile, '[]');
  const synonyms = read('search/synonyms.yaml', synonymsFile, '[]');
  const questions = read('search/questions.yaml', questionsFile, '[]');
  if (!facts || !topics || !departments || !glossary || !applicantWords) return null;
  if (!redirects || !changes || !synonyms || !questions) return null;
  return { facts, matters, topics, departments, glossary, applicantWords, redirects, changes, synonyms, questions };
}
