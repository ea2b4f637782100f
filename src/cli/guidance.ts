import { formatFault } from '../load/fault.ts';
import type { Checked } from './check-content.ts';

/** What is left to do in drafts, one line each, and a word on each draft. */
export function guidanceLines({ guidance, drafts, faults }: Pick<Checked, 'guidance' | 'drafts' | 'faults'>): string[] {
  return [
    ...guidance.map((one) => `待办 ${formatFault(one)}`),
    ...drafts
      .filter((id) => !faults.some(({ file }) => file.startsWith(`policies/${id}/`)))
      .map((id) => summaryOf(id, guidance)),
  ];
}

function summaryOf(id: string, guidance: Checked['guidance']): string {
  const own = guidance.filter(({ file }) => file.startsWith(`policies/${id}/`));
  const files = new Set(own.map(({ file }) => file)).size;
  if (own.length === 0) {
    return `草稿 ${id} 没有待办了：删去 content/policies/${id}/policy.yaml 里的 draft: true，再运行 npm run addresses 和 npm run check。`;
  }
  return `草稿 ${id}：正文一字不少，条款编号连续；还有 ${own.length} 处待办，在 ${files} 个文件里。不算错误，正式网站上没有它；npm run dev 可以预览 /${id}/。`;
}
