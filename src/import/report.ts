import { afterMarker } from './markers.ts';
import { bareOf } from './bare.ts';
import type { Imported } from './index.ts';
import { countFigures, type ImportedNode } from './nodes.ts';
import type { ImportedPart } from './parts.ts';
import { findClosedUp } from './tidy.ts';

/** Sums and rates written in Chinese numerals: nothing of ours computes with them. */
const HAN_FIGURES = /百分之[一二三四五六七八九十百零点]+|[一二三四五六七八九十百千两]{1,8}(?:万|亿)?元/g;

/** What was understood, step by step. */
export function stepLines({ source, paragraphs, parts, particulars, departments }: Imported): string[] {
  const nodes = parts.flatMap((part) => part.nodes);
  const candidates = nodes.flatMap(({ awards }) => awards);
  return [
    `去页码：${source.furniture.length} 行${list(source.furniture.map(({ line, text, why }) => `第 ${line} 行“${text}”（${why}）`))}`,
    `合断行：${source.lines.length} 行合成 ${paragraphs.length} 段`,
    ...parts.map((part) => `分条款：${partLine(part)}`),
    `认信息：${particularsLine(particulars)}`,
    `认单位：${departments.length === 0 ? '正文没有写“责任单位”，或都已登记' : departments.map(({ short, full }) => `${short}＝${full ?? '？'}`).join('、')}`,
    `找数字：${nodes.reduce((sum, node) => sum + countFigures(node), 0)} 个金额、比例，写成 ${candidates.length} 个候选扶持项（都标 draft: true）`,
  ];
}

function partLine({ id, title, nodes, clauses }: ImportedPart): string {
  const count = (kind: ImportedNode['kind']): number => nodes.filter((node) => node.kind === kind).length;
  const counts = [
    ...(count('chapter') > 0 ? [`${count('chapter')} 个章节标题`] : []),
    ...(count('clause') > 0 ? [`${count('clause')} 条`] : []),
    ...(count('form') > 0 ? [`${count('form')} 张附表`] : []),
  ];
  const by = clauses?.kind ? `，按“${FORMS[clauses.kind] ?? ''}”分条` : '';
  return `${id}（${title}）${counts.length > 0 ? counts.join('、') : `${nodes.length} 段`}${by}`;
}

const FORMS: Partial<Record<string, string>> = { article: '第N条', han: '一、', 'han-bracket': '（一）', arabic: '1.' };

function particularsLine(particulars: Imported['particulars']): string {
  const { title, issuers, documentNumber, issued, effective, expires } = particulars as Record<string, unknown>;
  const date = (value: unknown): string => (value as { date?: string } | null)?.date ?? '未认出';
  return [
    `标题“${String(title)}”`,
    `发布机关 ${(issuers as string[] | null)?.length ?? 0} 个`,
    `文号 ${(documentNumber as { text?: string } | null)?.text ?? '未认出'}`,
    `印发 ${date(issued)}`,
    `施行 ${date(effective)}`,
    `有效期至 ${date(expires)}`,
  ].join('，');
}

/** What was not understood, one line each: where, what, and what to do. */
export function doubtLines(imported: Imported): string[] {
  const { paragraphs, parts, particulars, departments } = imported;
  const nodes = parts.flatMap((part) => part.nodes);
  const named: Record<string, string> = {
    issuers: '发布机关',
    documentNumber: '发文字号',
    issued: '印发日期',
    effective: '施行日期',
    expires: '有效期',
  };
  return [
    ...(parts.some(({ kind, clauses }) => kind === 'text' && clauses?.kind)
      ? []
      : ['没有认出任何条款编号（一、（一）1. 第N条）：全文收作一段 → 核对文本是不是完整的正文']),
    ...Object.entries(named)
      .filter(([field]) => particulars[field] === null)
      .map(([field, name]) => `policy.yaml [${field}] 没有认出${name} → 照正文填写`),
    ...(particulars.district === '未知'
      ? ['policy.yaml [district] 没有认出行政区 → 填写，并改 shortTitle 和 mark.seal']
      : []),
    ...(imported.source.furniture.length > 0 ? ['source.txt 不含上面列出的页码行 → 核对它们确实不是正文'] : []),
    ...parts.flatMap(({ outOfOrder }) =>
      outOfOrder.map(
        ({ line, text }) => `原文第 ${line} 行“${short(text)}”像条款编号，但次序接不上，收在前一条里 → 核对`,
      ),
    ),
    ...nodes
      .filter(({ flat }) => flat)
      .map(
        ({ line, part, file }) => `${part}/${file}.mdx（原文第 ${line} 行起）条内的编号接不上，都收作普通段落 → 核对`,
      ),
    ...nodes
      .filter(({ kind }) => kind === 'form')
      .map(
        ({ line, part, file }) =>
          `${part}/${file}.mdx（原文第 ${line} 行起）附表按段落逐字收录 → 要还原表格，照 CONTRIBUTING.md 写成 <table>`,
      ),
    ...findClosedUp(paragraphs).map(
      ({ line, before, after }) => `原文第 ${line} 行“${before}”读作 ${after}（去掉数字中间的空格）→ 核对是不是一个数`,
    ),
    ...paragraphs.flatMap(({ line, text }) =>
      [...bareOf(text).matchAll(HAN_FIGURES)].map(
        (match) => `原文第 ${line} 行“${match[0]}”是中文数字，没有写成候选扶持项 → 需要计算的，照正文补写`,
      ),
    ),
    ...nodes
      .flatMap((node) => node.awards.map((award) => ({ node, award })))
      .filter(({ award }) => award.amount['kind'] === 'unclear')
      .map(
        ({ node, award }) =>
          `${node.part}/${node.file}.mdx [awards] 不明白“${award.title}”里的数 → 写明是什么，或移到 exempt`,
      ),
    ...nodes
      .filter((node) => node.kind !== 'clause' && node.kind !== 'form' && countFigures(node) > 0)
      .map(
        (node) =>
          `${node.part}/${node.file}.mdx 有 ${countFigures(node)} 个金额、比例不在条款里 → 没有写成候选扶持项，核对`,
      ),
    ...paragraphs
      .filter(({ bare, marker }) => marker === null && /^\d{1,4}$/.test(bare))
      .map(({ line, text }) => `原文第 ${line} 行只有“${text}”，像页码而拿不准，收在正文里 → 核对`),
    ...departments
      .filter(({ full }) => full === null)
      .map(({ short: name }) => `policy.yaml [departments] “${name}”的全称没有认出 → 填写`),
  ];
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `：${items.join('、')}`;
}

function short(text: string): string {
  const words = afterMarker(text) === '' ? text : text.trim();
  return words.length > 24 ? `${words.slice(0, 23)}…` : words;
}
