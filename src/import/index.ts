import { charactersOf, withoutWhitespace } from '../domain/text.ts';
import type { PolicyMark } from '../schemas/policy.ts';
import { anchorsOf } from '../model/blocks.ts';
import { writeFiles } from './files.ts';
import { findDepartments, type FoundDepartment } from './departments.ts';
import { findParticulars, type Particulars } from './particulars.ts';
import { importParts, type ImportedPart } from './parts.ts';
import { readSource, type Source } from './source-lines.ts';
import { unwrap, type Paragraph } from './unwrap.ts';

/** What the importer must know of the content folder that it writes into. */
export interface Surroundings {
  /** place of the new policy among the others */
  order: number;
  marks: readonly PolicyMark[];
  /** what departments.yaml has of this policy */
  departments: readonly { id: string; short: string }[];
}

export interface Imported {
  source: Source;
  paragraphs: Paragraph[];
  parts: ImportedPart[];
  particulars: Particulars;
  /** what policy.yaml brings along */
  departments: FoundDepartment[];
  /** files of the policy's folder by their path below it */
  files: Map<string, string>;
}

/** An official text as a policy's folder. Pure: nothing is read or written. @throws Error where a character would be lost */
export function importPolicy(text: string, id: string, around: Surroundings): Imported {
  const source = readSource(text);
  const paragraphs = unwrap(source.lines);
  const parts = importParts(paragraphs);
  requireWhole(source, parts);
  const particulars = findParticulars(id, parts, paragraphs, around);
  dropFunding(parts, particulars);
  const departments = findDepartments(id, parts, particulars.issuers ?? [], around.departments);
  return {
    source,
    paragraphs,
    parts,
    particulars,
    departments,
    files: writeFiles({ ...particulars, ...listed(departments) }, parts, source.text),
  };
}

function listed(departments: readonly FoundDepartment[]): { departments?: object[] } {
  return departments.length === 0
    ? {}
    : { departments: departments.map(({ id, short, full }) => ({ id, short, full })) };
}

/** A ratio that policy.yaml has told is no candidate any more. */
function dropFunding(parts: readonly ImportedPart[], { funding }: Particulars): void {
  const { clause, ratio } = (funding ?? {}) as { clause?: string; ratio?: string };
  const node = parts.flatMap((part) => part.nodes).find((one) => clause?.endsWith(`/${one.part}/${one.node}`));
  if (!node || !ratio) return;
  node.awards = node.awards.filter(
    ({ amount, quote }) =>
      amount['kind'] !== 'unclear' ||
      !withoutWhitespace(typeof quote === 'string' ? quote : quote.text).includes(ratio),
  );
}

/** The nodes joined are the text, character for character: the same comparison that `npm run check` makes. */
function requireWhole(source: Source, parts: readonly ImportedPart[]): void {
  const joined = parts
    .flatMap(({ nodes }) => nodes)
    .map(({ blocks }) => withoutWhitespace(textOfBlocks(blocks)))
    .join('');
  if (joined !== charactersOf(source.text)) throw new Error('the nodes joined are not the text');
}

function textOfBlocks(blocks: ImportedPart['nodes'][number]['blocks']): string {
  return anchorsOf(blocks)
    .map(({ text }) => text)
    .join('\n');
}
