import { z } from 'zod';
import { slug } from './ids.ts';

/** 术语: a term of the texts in plain words. */
export const term = z.strictObject({
  id: slug,
  /** the word as the texts write it; also the words that are linked to it */
  words: z.array(z.string().min(1)).min(1),
  explanation: z.string().min(1),
});
export type Term = z.output<typeof term>;
export const glossaryFile = z.array(term);
