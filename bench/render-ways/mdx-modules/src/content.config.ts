import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { clauseSchema } from '../../shared/schema';

export const collections = {
  clauses: defineCollection({ loader: glob({ base: '../.work/content', pattern: '**/*.mdx' }), schema: clauseSchema }),
};
