/** A fault in the content, told so that an editor can mend it. One line each in `npm run check`. */
export interface Fault {
  /** below content/, "policies/minhang-2025/rules/06-class-iii-device.mdx" */
  file: string;
  /** from 1 */
  line: number;
  /** dotted path into the metadata, or "正文" */
  field: string;
  /** what is wrong */
  problem: string;
  /** what to do */
  remedy: string;
}

export function formatFault(fault: Fault): string {
  return `content/${fault.file}:${fault.line} [${fault.field}] ${fault.problem} → ${fault.remedy}`;
}

/** Raised by the build where the content has faults: nothing half-right is ever published. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(`content/ 有 ${faults.length} 处错误：\n${faults.map(formatFault).join('\n')}`);
    this.name = 'ContentError';
    this.faults = faults;
  }
}
