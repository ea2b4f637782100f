import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { lookup } from '../model/lookup.ts';
import { permalinkOf, validityOfNode, versionsOf } from '../model/versions.ts';
import { writeCsv } from './csv.ts';
import type { Dataset } from './dataset.ts';

/** One node of a policy as `/data/clauses.json` gives it. */
export interface ClauseRecord {
  id: string;
  policy: string;
  part: string;
  kind: string;
  label: string;
  fullLabel: string;
  title: string;
  /** root-relative */
  url: string;
  text: string;
  anchors: { id: string; text: string }[];
  topics: string[];
  departments: string[];
  implements: string[];
  implementedBy: string[];
  effective: string;
  expires: string | null;
  appliesFrom: string | null;
  appliesUntil: string | null;
  appliesTo: string | null;
}

const FIELDS = {
  id: '条款编号：政策/部分/节点，如 minhang-2025/rules/6，永久不变；后来修改的文本加 @2、@3；不带 @ 的各条正文（施行晚于其政策的是后来增加的，除外）相接即首次公布的全文',
  policy: '所属政策的编号',
  part: '所属部分的编号',
  kind: '种类：notice 通知、title 标题、preamble 序言、chapter 章、clause 条款、form 表格',
  label: '短标签，如“细则（六）”“第1条”',
  fullLabel: '引用时的全称',
  title: '条款标题，不含编号；正文没有标题的由本站拟定',
  url: '本站地址，从网站根目录起；修改过的条款为这一文本的永久地址；章的地址是所属部分页面上的锚点',
  text: '正文全文，逐字照录；每段、每个单元格一行',
  anchors: '正文的分段：id 是页面上的锚点，text 是这一段的文字；各段相接即全文',
  topics: '议题编号',
  departments: '责任单位，照正文写法；正文没有写的为空',
  implements: '本条细化的条款',
  implementedBy: '细化本条的条款',
  effective: '施行日期；修改过的条款为这一文本的',
  expires: '有效期至（含当日），未规定的为 null；被新文本代替或删去的，至其前一日',
  appliesFrom:
    '所属政策参照执行的起始日期；没有参照执行的为 null。参照执行不一定及于本条：有 appliesTo 的，只及于其中所说的措施',
  appliesUntil: '参照执行的截止日期（含当日）；没有参照执行的为 null',
  appliesTo: '参照执行只及于哪些措施，照抄条文，如“相关涉及资金支持的政策措施”；没有这样限定或没有参照执行的为 null',
} as const satisfies Record<keyof ClauseRecord, string>;

export function clauseRecords(kb: KnowledgeBase): ClauseRecord[] {
  // the versions of a clause stand together, the first one first, whichever is in force
  const texts = kb.nodes.flatMap((node) => (node.version ? versionsOf(node, kb) : [node]));
  return texts.map((node) => {
    const owner = lookup(kb).policies.get(node.policy);
    if (!owner) throw new Error(`${node.id} belongs to no policy`);
    const { byReference } = owner;
    const validity = validityOfNode(node, owner.validity);
    const { id, policy, part, kind, label, fullLabel, title, text, topics, departments } = node;
    return {
      id,
      policy,
      part,
      kind,
      label,
      fullLabel,
      title,
      url: permalinkOf(node),
      text,
      anchors: node.anchors.map((anchor) => ({ id: anchor.id, text: anchor.text })),
      topics,
      departments,
      implements: node.implements,
      implementedBy: node.implementedBy,
      effective: validity.effective,
      expires: validity.expires,
      appliesFrom: validity.appliesFrom,
      appliesUntil: validity.appliesFrom === null ? null : (byReference?.to ?? null),
      appliesTo: validity.appliesFrom === null ? null : (byReference?.onlyFunding ?? null),
    };
  });
}

/** Parts named in the documentation; of many policies the others stand with each. */
const MOST_PARTS = 12;

/** "notice 印发通知、opinions 若干意见": the parts that the policies have, each once. */
function wordParts({ policies }: KnowledgeBase): string {
  const parts = [...new Set(policies.flatMap((policy) => policy.parts.map(({ id, title }) => `${id} ${title}`)))];
  const more = parts.length > MOST_PARTS ? ' 等，各政策的见 policies 的 parts' : '';
  return `${parts.slice(0, MOST_PARTS).join('、')}${more}`;
}

export const clauses: Dataset<ClauseRecord> = {
  name: 'clauses',
  title: '条款',
  fields: (kb) => ({ ...FIELDS, part: `${FIELDS.part}：${wordParts(kb)}` }),
  records: clauseRecords,
  csv: (records) =>
    writeCsv(
      Object.keys(FIELDS) as (keyof ClauseRecord)[],
      records.map((record) => ({ ...record, anchors: record.anchors.map(({ id }) => id) })),
    ),
};
