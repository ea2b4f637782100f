import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { writeCsv } from './csv.ts';
import type { Dataset } from './dataset.ts';

/** One policy as `/data/policies.json` gives it. */
export interface PolicyRecord {
  id: string;
  title: string;
  shortTitle: string;
  district: string;
  issuers: string[];
  documentNumber: string;
  issued: string;
  effective: string;
  expires: string | null;
  appliesFrom: string | null;
  appliesUntil: string | null;
  appliesTo: string | null;
  url: string;
  publication: string | null;
  parts: { id: string; title: string; fullTitle: string; url: string; clauses: number }[];
  departments: { short: string; full: string }[];
  readings: {
    id: string;
    title: string;
    question: string;
    default: string;
    options: { id: string; label: string; explanation: string }[];
  }[];
  contradictions: { id: string; title: string; note: string; clauses: string[] }[];
}

const FIELDS = {
  id: '政策编号',
  title: '政策标题',
  shortTitle: '简称',
  district: '行政区',
  issuers: '发布机关',
  documentNumber: '发文字号',
  issued: '印发日期',
  effective: '施行日期',
  expires: '有效期至（含当日）；未规定的为 null',
  appliesFrom: '参照执行的起始日期；没有的为 null',
  appliesUntil: '参照执行的截止日期（含当日）；没有的为 null',
  appliesTo: '参照执行只及于哪些措施，照抄条文，如“相关涉及资金支持的政策措施”；没有这样限定或没有参照执行的为 null',
  url: '本站目录页地址',
  publication: '官方公布的网址；未知为 null',
  parts: '各部分：编号、名称、全称、地址、节点数（CSV 只列编号）',
  departments: '责任单位：正文写法与全称（CSV 只列正文写法）',
  readings: '口径：编号、疑义、默认选项与各选项（CSV 只列编号）',
  contradictions: '条文不一致与空白：编号、标题、说明、涉及条款（CSV 只列编号）',
} as const satisfies Record<keyof PolicyRecord, string>;

export function policyRecords(knowledgeBase: KnowledgeBase): PolicyRecord[] {
  const { policies, departments, readings, contradictions } = knowledgeBase;
  return policies.map((policy) => ({
    id: policy.id,
    title: policy.title,
    shortTitle: policy.shortTitle,
    district: policy.district,
    issuers: policy.issuers,
    documentNumber: policy.documentNumber,
    issued: policy.issued,
    effective: policy.validity.effective,
    expires: policy.validity.expires,
    appliesFrom: policy.validity.appliesFrom,
    appliesUntil: policy.byReference?.to ?? null,
    appliesTo: policy.byReference?.onlyFunding ?? null,
    url: policy.url,
    publication: policy.publication.url,
    parts: policy.parts.map(({ id, title, fullTitle, url, nodes }) => ({
      id,
      title,
      fullTitle,
      url,
      clauses: nodes.length,
    })),
    departments: departments.filter((one) => one.policy === policy.id).map(({ short, full }) => ({ short, full })),
    readings: readings
      .filter((one) => one.policy === policy.id)
      .map(({ id, title, question, default: preset, options }) => ({ id, title, question, default: preset, options })),
    contradictions: contradictions
      .filter((one) => one.policy === policy.id)
      .map(({ id, title, note, passages }) => ({
        id,
        title,
        note,
        clauses: [...new Set(passages.map(({ clause }) => clause))],
      })),
  }));
}

export const policies: Dataset<PolicyRecord> = {
  name: 'policies',
  title: '政策',
  fields: () => FIELDS,
  records: policyRecords,
  csv: (records) =>
    writeCsv(
      Object.keys(FIELDS) as (keyof PolicyRecord)[],
      records.map((record) => ({
        ...record,
        parts: record.parts.map(({ id }) => id),
        departments: record.departments.map(({ short }) => short),
        readings: record.readings.map(({ id }) => id),
        contradictions: record.contradictions.map(({ id }) => id),
      })),
    ),
};
