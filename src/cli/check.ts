/** `npm run check`: all of content/ without building; one line a fault, exit 1. What is left to do in drafts is no fault. */
import { contentRoot } from '../load/index.ts';
import { formatFault } from '../load/fault.ts';
import { readContentFiles } from '../load/files.ts';
import { checkContent } from './check-content.ts';
import { guidanceLines } from './guidance.ts';
import { publishedAddresses } from './published-addresses.ts';

const started = performance.now();
const root = contentRoot();
const checked = checkContent(readContentFiles(root), { everPublished: publishedAddresses(root) });
const { faults, counts } = checked;
const took = Math.round(performance.now() - started);

process.stdout.write(
  guidanceLines(checked)
    .map((line) => `${line}\n`)
    .join(''),
);
if (faults.length > 0) {
  process.stdout.write(`${faults.map(formatFault).join('\n')}\ncontent/ 有 ${faults.length} 处错误。\n`);
  process.exitCode = 1;
} else {
  const { policies, nodes, awards, examples, figures, addresses } = counts;
  process.stdout.write(
    `content/ 无误：${policies} 份政策、${nodes} 个条款节点、${awards} 个扶持项、${examples} 个算例、${figures} 个数、${addresses} 个地址，用时 ${took} 毫秒。\n`,
  );
}
