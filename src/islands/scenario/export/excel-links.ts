import type { Feature } from 'write-excel-file/universal';
import type { SheetOf } from './cells.ts';

/** Excel takes a longer address for damage to the file. */
export const LONGEST_LINK = 2_079;

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/**
 * The workbook's own hyperlinks, which the library leaves to its users. Formulas with HYPERLINK would show
 * nothing wherever formulas are not worked out, as in the previews of telephones.
 */
export function linksOf(sheets: readonly SheetOf[]): Feature<Blob> {
  const links = sheets.map(({ rows }) =>
    rows.flatMap((row, at) =>
      row.flatMap((cell, column) =>
        cell?.kind === 'link' && cell.url.length <= LONGEST_LINK
          ? [{ place: `${columnName(column)}${at + 1}`, url: cell.url }]
          : [],
      ),
    ),
  );
  const write = (sheet: number, one: (link: { place: string; url: string }, id: string) => string): string =>
    (links[sheet] ?? []).map((link, at) => one(link, `rId-link-${at + 1}`)).join('');
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_options, { sheetIndex }) => {
            const list = write(sheetIndex, ({ place }, id) => `<hyperlink ref="${place}" r:id="${id}"/>`);
            return list === '' ? undefined : `<hyperlinks>${list}</hyperlinks>`;
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            write(
              sheetIndex,
              ({ url }, id) =>
                `<Relationship Id="${id}" Type="${RELATION}" Target="${escaped(url)}" TargetMode="External"/>`,
            ),
        },
      },
    },
  };
}

/** A, B, … Z, AA, … */
function columnName(number: number): string {
  const before = Math.floor(number / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (number % 26));
}

function escaped(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
