import { z } from 'zod';
import { ownDepartment } from './department.ts';
import { nodeId, slug } from './ids.ts';
import { isoDate } from './quantities.ts';
import { quote } from './quote.ts';

/** A date and the words that state it. */
const statedDate = z.strictObject({ date: isoDate, clause: nodeId, quote });

const colour = z.string().regex(/^#[0-9a-f]{6}$/, '颜色写成 #0b5f6b');

/** How a policy is told apart on the site: by hue, by shape and by hatch, never by colour alone. */
const mark = z.strictObject({
  /** 一字印, "闵" */
  seal: z.string().length(1),
  shape: z.enum(['round', 'square', 'diamond', 'hexagon']),
  /** ink of the policy on light and on dark paper */
  light: colour,
  dark: colour,
  /** 图表底纹 */
  hatch: z.enum(['solid', 'diagonal', 'dots', 'horizontal', 'cross']),
});

const part = z.strictObject({
  /** second part of every id and address */
  id: slug,
  /** 文件名称 as shown, "操作细则" */
  title: z.string().min(1),
  /** 全称 as cited, "闵行区……若干意见的操作细则" */
  fullTitle: z.string().min(1),
  /**
   * 标签形式 of its numbered nodes: `{han}` is 六, `{arabic}` is 6. Keys are the id without the
   * number: "" for "6", "supplementary-" for "supplementary-2".
   */
  labels: z.record(z.string(), z.string()).default({}),
  /** how a full citation writes the same, after the full title */
  citations: z.record(z.string(), z.string()).default({}),
  /** 需提交材料 and the like: which headings of a clause's sections say what */
  sections: z.strictObject({ conditions: z.string(), standard: z.string(), materials: z.string() }).optional(),
});

/** policy.yaml: one official document with its parts in order. */
export const policy = z.strictObject({
  id: slug,
  /** 草稿: not published, not calculated, not compared, until this is taken away; `check` says what is left to do */
  draft: z.boolean().default(false),
  /** place among the policies, from 1 */
  order: z.int().min(1),
  title: z.string().min(1),
  /** 简称, "闵行 2025" */
  shortTitle: z.string().min(1),
  /** 行政区 */
  district: z.string().min(1),
  /** 发布机关, as the text signs */
  issuers: z.array(z.string().min(1)).min(1),
  /** 发文字号 */
  documentNumber: z.strictObject({ text: z.string().min(1), clause: nodeId }),
  issued: statedDate,
  effective: statedDate,
  /** 有效期至; `date: null` where the text states no end: the words quoted are then those of its beginning, "自印发之日起施行" */
  expires: statedDate.extend({ date: isoDate.nullable() }),
  /**
   * 参照执行 before it is in force. `onlyFunding`: the words that limit it to measures that give money, "涉及资金支持的政策措施";
   * absent where it is for every measure
   */
  byReference: z
    .strictObject({ from: isoDate, to: isoDate, onlyFunding: z.string().min(1).optional(), clause: nodeId, quote })
    .optional(),
  /** 资金分担: who pays, in the text's own ratio */
  funding: z
    .strictObject({ parties: z.array(z.string()).length(2), ratio: z.string(), clause: nodeId, quote })
    .optional(),
  /** 申报时间与地点: what the text leaves to an annual guide; null where it says nothing of them */
  procedure: z.strictObject({ clause: nodeId, quote, note: z.string().min(1) }).nullable(),
  /** where the official publication is to be found; null where we do not know */
  publication: z.strictObject({ url: z.url().nullable(), note: z.string().min(1) }),
  mark,
  /** 责任单位 that this text names and departments.yaml does not list, so that the folder is complete in itself */
  departments: z.array(ownDepartment).default([]),
  parts: z.array(part).min(1),
});
export type Policy = z.output<typeof policy>;

/** What a draft may leave `null`: the text does not say it, or nobody has found it yet. */
export const UNFILLED = ['issuers', 'documentNumber', 'issued', 'effective', 'expires', 'publication'] as const;

/** policy.yaml of a draft. */
export const draftPolicy = policy.extend({
  issuers: policy.shape.issuers.nullable(),
  documentNumber: policy.shape.documentNumber.nullable(),
  issued: statedDate.nullable(),
  effective: statedDate.nullable(),
  expires: policy.shape.expires.nullable(),
  publication: policy.shape.publication.nullable(),
  departments: z.array(ownDepartment.extend({ full: ownDepartment.shape.full.nullable() })).default([]),
});
export type DraftPolicy = z.output<typeof draftPolicy>;
export type PolicyPart = z.output<typeof part>;
export type PolicyMark = z.output<typeof mark>;
