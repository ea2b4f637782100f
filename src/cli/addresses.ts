/** `npm run addresses`: writes content/addresses.txt; refuses to lose an address. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContentFiles } from '../load/files.ts';
import { contentRoot, loadKnowledgeBase } from '../load/index.ts';
import { listedAddresses } from './checks/addresses.ts';
import { publishedAddresses } from './published-addresses.ts';
import { writeAddresses } from './write-addresses.ts';

const root = contentRoot();
const listed = listedAddresses(readContentFiles(root));
const written = writeAddresses(loadKnowledgeBase(root), [...listed, ...publishedAddresses(root)]);
if (written.ok) {
  writeFileSync(join(root, 'addresses.txt'), written.text);
  process.stdout.write(`addresses.txt：${written.text.split('\n').length - 1} 个地址。\n`);
} else {
  const lines = written.lost.map(
    (address) => `站上没有已公布的 ${address} → 恢复它，或在 content/redirects.yaml 写明改到哪里\n`,
  );
  process.stderr.write(`${lines.join('')}没有写入。\n`);
  process.exitCode = 1;
}
