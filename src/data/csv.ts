/** A record as the CSV shows it: lists joined with "；", nothing for null. */
export type CsvValue = string | number | boolean | null | readonly (string | number)[];

/** Excel takes a file for UTF-8 only if it begins so. */
const BOM = '\uFEFF';

/**
 * Records as CSV (RFC 4180, CRLF, UTF-8 with BOM). A cell that a spreadsheet would take for a formula
 * is made inert with an apostrophe; no official text begins so.
 */
export function writeCsv<R extends Record<string, CsvValue>>(
  columns: readonly (keyof R & string)[],
  rows: readonly R[],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column] ?? null)))];
  return `${BOM}${lines.map((line) => line.map(quoteCell).join(',')).join('\r\n')}\r\n`;
}

function cellOf(value: CsvValue): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join('；') : String(value);
}

function quoteCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
