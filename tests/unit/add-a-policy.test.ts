import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { edited, stepsOf } from '../support/tutorial.ts';

/** A project of its own, as far as the tutorial touches it: content/. */
const project = mkdtempSync(join(tmpdir(), 'add-a-policy-'));
const content = join(project, 'content');
cpSync('content', content, { recursive: true });
afterAll(() => rmSync(project, { recursive: true }));

/** Types a command in the project's folder. */
function run(command: string): { failed: boolean; said: string } {
  const [program = '', ...words] = command.split(' ');
  expect([program, words[0]]).toEqual(['npm', 'run']);
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['--prefix', process.cwd(), 'run', '--silent', ...words.slice(1)],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: content },
    },
  );
  return { failed: status !== 0, said: stdout + stderr };
}

it('docs/add-a-policy.md leads from an official text to a finished policy, word for word', () => {
  const steps = stepsOf(readFileSync('docs/add-a-policy.md', 'utf8'));
  expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['file', 'edit', 'run', 'said']));
  let said = '';
  for (const step of steps) {
    if (step.kind === 'file') {
      const path = join(project, step.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, step.text);
    } else if (step.kind === 'edit') {
      const path = join(project, step.path);
      writeFileSync(path, edited(readFileSync(path, 'utf8'), step));
    } else if (step.kind === 'run') {
      const results = step.commands.map(run);
      said = results.map((one) => one.said).join('');
      expect([step.commands, results.map(({ failed }) => failed), said]).toEqual([
        step.commands,
        results.map((_, at) => step.fails && at === results.length - 1),
        said,
      ]);
    } else for (const line of step.lines) expect(said).toContain(line);
  }
  const kb = loadKnowledgeBase(content);
  expect(kb.policies.map(({ shortTitle }) => shortTitle)).toContain('示例 2026');
  expect(kb.departments.map(({ full }) => full)).toContain('示例区示范管理局');
});
