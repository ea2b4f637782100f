import { z } from 'zod';
import { slug } from './ids.ts';

/** 术语: a term of the texts in plain words. */
export const term = z.strictObject({
  id: slug,
  /** 术语 as readers know it, where the texts write it otherwise; default: the first of `words` */
  title: z.string().min(1).optional(),
  /** as the texts write it: these words are linked to the explanation */
  words: z.array(z.string().min(1)).min(1),
  explanation: z.string().min(1),
});
export type Term = z.output<typeof term>;
export const glossaryFile = z.array(term);
