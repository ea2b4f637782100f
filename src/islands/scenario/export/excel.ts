/** The only file that knows the library: it comes over the network when a workbook is asked for. */
import writeExcelFile, { type Cell as LibraryCell } from 'write-excel-file/universal';
import type { Cell, SheetOf } from './cells.ts';
import { linksOf, LONGEST_LINK } from './excel-links.ts';

/** what spreadsheets give their links */
const LINK = '#0563C1';

export function writeWorkbook(sheets: readonly SheetOf[]): Promise<Blob> {
  return writeExcelFile(
    sheets.map(({ name, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      data: rows.map((row) => row.map(cellOf)),
    })),
    { features: [linksOf(sheets)] },
  ).toBlob();
}

function cellOf(cell: Cell): LibraryCell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return {
        value: cell.text,
        type: String,
        format: '@',
        wrap: true,
        alignVertical: 'top',
        ...(cell.bold ? { fontWeight: 'bold' as const } : {}),
      };
    case 'number':
      return { value: cell.value, type: Number, format: cell.format, alignVertical: 'top' };
    case 'link':
      if (cell.url.length > LONGEST_LINK) return cellOf({ kind: 'text', text: cell.url });
      return {
        value: cell.url,
        type: String,
        alignVertical: 'top',
        textColor: LINK,
        textDecoration: { underline: true },
      };
  }
}
