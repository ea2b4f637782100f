// The frontmatter of a generated clause. Both ways validate it, so that neither gets it for free.
import { z } from 'zod';

export const clauseSchema = z.object({
  policy: z.string(),
  title: z.string(),
  label: z.string(),
  order: z.number().int(),
  effective: z.coerce.date(),
  expires: z.coerce.date(),
  implements: z.array(z.string()),
  topics: z.array(z.string()),
  departments: z.array(z.string()),
  awards: z.array(
    z.object({
      id: z.string(),
      matter: z.string(),
      requires: z.array(z.string()),
      amount: z.object({ rate: z.string(), of: z.string(), max: z.string() }),
      per: z.string(),
    }),
  ),
});

export type ClauseMeta = z.infer<typeof clauseSchema>;
