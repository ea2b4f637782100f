import { z } from 'zod';

/** 同义词组: any of its words also finds what is written with another; content/search/synonyms.yaml. */
export const synonymsFile = z.array(z.array(z.string().trim().min(1)).min(2, '一组至少两个词'));

/** 提问用语: words of a question that no clause answers ("多少", "怎么"); content/search/questions.yaml. */
export const questionsFile = z.array(z.string().trim().min(1));

/** What the search knows beyond the texts. */
export interface SearchWords {
  synonyms: string[][];
  questions: string[];
}
