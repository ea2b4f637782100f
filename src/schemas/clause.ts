import { z } from 'zod';
import { annualCap, award } from './award.ts';
import { draftAward } from './draft-award.ts';
import { applicantType } from './applicant.ts';
import { example } from './example.ts';
import { placeId, slug } from './ids.ts';
import { quote } from './quote.ts';

/** What a node is. `chapter` has an anchor on its part's page, the others a page of their own. */
export const NODE_KINDS = ['notice', 'title', 'preamble', 'chapter', 'clause', 'form'] as const;

/**
 * 支持方式 of a clause without awards of its own; clauses with awards, or that another clause
 * carries out, derive theirs: 公式 formula · 定额 fixed · 酌定 up-to.
 */
export const DECLARED_SUPPORT = ['unquantified', 'service', 'duty', 'none'] as const;

/** A figure of the text that another clause's award executes: 意见 states it, 细则 carries it out. */
const restatement = z.strictObject({
  quote,
  /** `<policy>/<part>/<node>#<award>` of every award that carries the words out */
  of: z.array(z.string().regex(/^[^#]+#[^#]+$/, '写成 <条款>#<扶持项>，如 minhang-2025/rules/6#class-iii')).min(1),
  /** id of the contradiction or reading that explains why the figures differ, where they do */
  differs: slug.optional(),
});

/** A figure of the text that pays nothing by itself, and why it is none of the engine's. */
const exemption = z.strictObject({ quote, why: z.string().min(1) });

/** 本站无法核验的条件: named beside every result ("经认定", "重点产品"). */
const condition = z.strictObject({
  quote,
  note: z.string().min(1),
  /** ids of the awards that it stands with; default: every award of the clause */
  awards: z.array(slug).min(1).optional(),
});
export type Condition = z.output<typeof condition>;

/** Frontmatter of one clause file. The heading, departments, conditions and materials come from its text. */
export const clauseFrontmatter = z.strictObject({
  /** last part of the id: "6", "chapter-1", "supplementary-2" */
  node: slug,
  kind: z.enum(NODE_KINDS),
  /** place in its part, from 1 without gaps */
  order: z.int().min(1),
  /** 标签, only where the part's label form does not give it */
  label: z.string().min(1).optional(),
  /** 标题, only where the text has no heading of its own */
  title: z.string().min(1).optional(),
  /** 议题: where clauses of different policies meet */
  topics: z.array(slug).default([]),
  /** 细化的条款: the clauses that this one carries out */
  implements: z.array(placeId).default([]),
  /** 支持方式 where no award tells it */
  support: z.enum(DECLARED_SUPPORT).optional(),
  /** 申报主体 of all awards of the clause */
  applicants: z.strictObject({ types: z.array(applicantType).min(1), quote }).optional(),
  /** 扶持项; `draft: true` marks a candidate that nobody has checked yet, which nothing executes or shows */
  awards: z.array(z.discriminatedUnion('draft', [award, draftAward])).default([]),
  annualCaps: z.array(annualCap).default([]),
  restates: z.array(restatement).default([]),
  exempt: z.array(exemption).default([]),
  conditions: z.array(condition).default([]),
  examples: z.array(example).default([]),
});
export type ClauseFrontmatter = z.output<typeof clauseFrontmatter>;

/** 逐处修改: words of the version before and what the amending document puts in their place; both stand in it. */
const textChange = z.strictObject({
  /** the words as they were, verbatim */
  from: z.string().min(1),
  /** the words as they are now; empty where the document strikes them out */
  to: z.string(),
  /** which occurrence in the version before, from 1, where the words stand there more than once */
  nth: z.int().min(1).optional(),
});
export type TextChange = z.output<typeof textChange>;

/**
 * Frontmatter of a later version of a clause, `<the first file's name>.v2.mdx`. Its number, kind, place and label are those of
 * the first version; everything else is its own.
 */
export const versionFrontmatter = clauseFrontmatter.omit({ node: true, kind: true, order: true, label: true }).extend({
  /** 修改文件: a folder of the policy's `amendments/` */
  amendment: slug,
  /** where the amending document does not print the clause as a whole but changes words of it: each change, in order */
  changes: z.array(textChange).default([]),
});

/**
 * Frontmatter of a clause that an amending document adds: a first version that source.txt does not have. Where it stands is
 * told by the clause before it, so that no other file is touched.
 */
export const addedFrontmatter = clauseFrontmatter.omit({ order: true }).extend({
  /** 增加它的修改文件: a folder of the policy's `amendments/` */
  amendment: slug,
  /** `node` of the clause of the same part behind which it stands */
  after: slug,
});

/** Frontmatter of `<the first file's name>.v2.mdx` that strikes the clause out: it has no body, and nothing follows it. */
export const repealFrontmatter = z.strictObject({
  /** 删去它的修改文件: a folder of the policy's `amendments/` */
  amendment: slug,
  /** the words of that document that strike the clause out: "删去（五）" */
  repealed: quote,
  /** 算例 of the awards that the clause had: nothing is paid from that day on */
  examples: z.array(example).default([]),
});
export type RepealFrontmatter = z.output<typeof repealFrontmatter>;
