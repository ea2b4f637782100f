import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';
import { forgetKnowledgeBase, loadKnowledgeBase } from '../../src/load/index.ts';
import { standsOn } from '../../src/model/versions.ts';
import { contentWithThird, removeContent, THIRD } from '../support/third-district.ts';
import { edited, stepsOf } from '../support/tutorial.ts';

const content = contentWithThird();
const cache = new ParseCache();
afterAll(() => removeContent(content));
const pathOf = (file: string): string => join(content, file.replace(/^content\//, ''));

/** What the commands do, without a process for each. */
function run(command: string): { failed: boolean; said: string } {
  if (command === 'npm run addresses') {
    // each run of the command is a process that reads the content anew
    forgetKnowledgeBase();
    const written = writeAddresses(loadKnowledgeBase(content), []);
    if (written.ok) writeFileSync(pathOf('content/addresses.txt'), written.text);
    return { failed: !written.ok, said: '' };
  }
  expect(command).toBe('npm run check');
  const { faults } = checkContent(readContentFiles(content), { cache });
  return { failed: faults.length > 0, said: faults.length > 0 ? faults.map(formatFault).join('\n') : 'content/ 无误' };
}

it('docs/amend-a-policy.md leads from an amending document to both texts, word for word', () => {
  let said = '';
  const steps = stepsOf(readFileSync('docs/amend-a-policy.md', 'utf8'));
  expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['file', 'edit', 'run', 'said']));
  for (const step of steps) {
    if (step.kind === 'file') {
      mkdirSync(dirname(pathOf(step.path)), { recursive: true });
      writeFileSync(pathOf(step.path), step.text);
    } else if (step.kind === 'edit') {
      writeFileSync(pathOf(step.path), edited(readFileSync(pathOf(step.path), 'utf8'), step));
    } else if (step.kind === 'run') {
      const results = step.commands.map(run);
      said = results.map((one) => one.said).join('');
      expect([said, results.map(({ failed }) => failed)]).toEqual([
        said,
        results.map((_, at) => step.fails && at === results.length - 1),
      ]);
    } else for (const line of step.lines) expect(said).toContain(line);
  }
  forgetKnowledgeBase();
  const kb = loadKnowledgeBase(content, '2028-02-01');
  expect(kb.nodes.filter(({ version }) => version).map(({ id }) => id)).toEqual([
    `${THIRD}/measures/3@2`,
    `${THIRD}/measures/4@2`,
    `${THIRD}/measures/6`,
  ]);
  const standing = kb.nodes.filter((node) => node.version && standsOn(node, kb.day));
  expect(standing.map(({ node }) => node)).toEqual(['3', '6']);
});
