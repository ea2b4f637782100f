import { anchorsOf } from '../model/blocks.ts';
import { bareOf } from './bare.ts';
import { textOf } from './body.ts';
import type { ImportedPart } from './parts.ts';
import { isColophon, isDocumentNumber, isOffice } from './special-lines.ts';
import type { Paragraph } from './unwrap.ts';

/** 发布机关, 文号, 行政区, as the text says them. */
export interface Issuers {
  issuers: string[];
  documentNumber: { text: string; clause: string } | null;
  /** "闵行区", null where no name tells */
  district: string | null;
}

/** The offices above the document's number; else those that sign. @param paragraphs of the whole text */
export function findIssuers(
  policy: string,
  parts: readonly ImportedPart[],
  paragraphs: readonly Paragraph[],
  title: string,
): Issuers {
  const at = paragraphs.findIndex(({ bare }) => isDocumentNumber(bare));
  const above = paragraphs.slice(0, Math.max(0, at)).filter(({ bare }) => isOffice(bare));
  const signed = paragraphs.filter(
    ({ bare }, index) => isOffice(bare) && !isColophon(paragraphs[index - 1]?.bare ?? ''),
  );
  const issuers = [...new Set((above.length > 0 ? above : signed).map(textOf))];
  return {
    issuers,
    documentNumber: numberIn(policy, parts, paragraphs[at]),
    district: districtOf([...issuers, title]),
  };
}

function numberIn(
  policy: string,
  parts: readonly ImportedPart[],
  line: Paragraph | undefined,
): Issuers['documentNumber'] {
  if (!line) return null;
  for (const { id, nodes } of parts) {
    const node = nodes.find(({ blocks }) => anchorsOf(blocks).some(({ text }) => bareOf(text).includes(line.bare)));
    if (node) return { text: textOf(line), clause: `${policy}/${id}/${node.node}` };
  }
  return null;
}

/** "上海市闵行区科学技术委员会" and "闵行区关于……" tell 闵行区. */
export function districtOf(names: readonly string[]): string | null {
  for (const name of names) {
    const match = /^(?:[\u4e00-\u9fff]{2,3}[省市])?([\u4e00-\u9fff]{2,4}?(?:新区|区|县))/.exec(bareOf(name));
    if (match?.[1] && !/(园区|社区|地区)$/.test(match[1])) return match[1];
  }
  return null;
}
