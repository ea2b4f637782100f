/** Dependencies point one way: “The house” in README.md, as ESLint holds it. */
import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

async function said(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `src/${file}` });
  return (result?.messages ?? [])
    .map(({ message }) => message)
    .filter((message) => message.includes('may import only'));
}
const astro = (script: string): string => `---\n${script}\n---\n<p></p>\n`;

describe('ESLint holds the layout as an error', () => {
  it.each([
    ['engine/index.ts', "export * from '../load/index.ts';\n"],
    ['engine/parse/facts.ts', "export const later = () => import('../../load/index.ts');\n"],
    ['engine/index.ts', "export const later = () => import('./../load/index.ts');\n"],
    ['domain/money.ts', "import type { Fault } from '../load/fault.ts';\nexport type F = Fault;\n"],
    ['pages/index.astro', astro("import { importPolicy } from '../import/index.ts';\nimportPolicy;")],
    ['pages/index.astro', astro("await import('../cli/check-content.ts');")],
    ['cli/check.ts', "export * from '../islands/base.ts';\n"],
    ['integrations/pictures.ts', "export * from '../../src/cli/answer.ts';\nexport * from '../cli/answer.ts';\n"],
    ['load/build.ts', "export * from '../engine/index.ts';\n"],
    ['components/link.ts', "export * from '../load/index.ts';\n"],
  ])('%s: %s', async (file, code) => {
    expect(await said(file, code)).toEqual([expect.stringContaining('“The house” in README.md')]);
  });

  it.each([
    ['pages/index.astro', astro("import { loadKnowledgeBase } from '../load/index.ts';\nloadKnowledgeBase();")],
    ['search/engine.ts', "export const later = () => import('./pinyin.ts');\n"],
    ['data/index.ts', "export * from '../explain/index.ts';\n"],
  ])('%s may: %s', async (file, code) => {
    expect(await said(file, code)).toEqual([]);
  });

  it('and every folder has its rule', async () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter(
      (one) => one.isDirectory() && one.name !== 'styles',
    );
    const free: string[] = [];
    for (const { name } of folders) {
      const other = name === 'cli' ? 'islands' : 'cli';
      if ((await said(`${name}/one.ts`, `export * from '../${other}/one.ts';\n`)).length === 0) free.push(name);
    }
    expect(free).toEqual([]);
  });

  it('and no page takes the moment of the build from the clock', async () => {
    const [result] = await eslint.lintText(astro('const now = new Date();\nnow;'), {
      filePath: 'src/pages/index.astro',
    });
    expect(result?.messages.map(({ message }) => message)).toContainEqual(expect.stringContaining('builtAt'));
  });
});
