/** The only file that knows the library: it comes over the network when a workbook is asked for. */
import writeExcelFile, { type Cell as LibraryCell } from 'write-excel-file/universal';
import type { Cell, SheetOf } from './cells.ts';
import { linksOf } from './excel-links.ts';

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

const LONGEST_IN_FORMULA = 255;

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
<<<<<<< HEAD
      return {
        value: cell.url,
        type: String,
        alignVertical: 'top',
        textColor: LINK,
        textDecoration: { underline: true },
      };
=======
      // Excel takes a longer text in a formula for damage to the file
      if (cell.url.length > LONGEST_IN_FORMULA) return cellOf({ kind: 'text', text: cell.url });
      // our own addresses only; quotes cannot occur in them
      return { value: `HYPERLINK("${cell.url.replaceAll('"', '%22')}")`, type: 'Formula', alignVertical: 'top' };
>>>>>>> serve
  }
}
