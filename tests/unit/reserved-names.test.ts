import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { checkAddresses } from '../../src/cli/checks/addresses.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf, cardPath } from '../../src/model/addresses.ts';
import { qrPath } from '../../src/model/qr.ts';
import { RESERVED_PARTS, RESERVED_POLICIES } from '../../src/model/reserved.ts';
import { slug } from '../../src/schemas/ids.ts';
import { contentWithThird, removeContent, THIRD } from '../support/third-district.ts';

const root = join(import.meta.dirname, '../../content');
const files = readContentFiles(root);
const kb = loadKnowledgeBase(root);
const addresses = addressesOf(kb).map(({ address }) => address);
/** on the site, and those that have left it */
const all = [...addresses, ...kb.redirects.map(({ from }) => from)];

describe('names that the site itself has', () => {
  const src = join(import.meta.dirname, '../../src');
  const names = (folder: string): string[] =>
    readdirSync(folder)
      .filter((name) => !name.startsWith('['))
      .map((name) => name.replace(/\.(astro|ts)$/, ''));
  const made = [
    ...names(join(src, 'pages')),
    ...readdirSync(join(src, '../public')),
    ...addresses.flatMap((address) => address.split(/[/#]/)[1] ?? []),
    ...[cardPath('/'), qrPath('/calculate/')].map((path) => path.split('/')[1] ?? ''),
  ];
  const policies = kb.policies.map(({ id }) => id);

  it("no policy can take: pages, folders and files at the root, and those beside a policy's own", () => {
    // what cannot be an id ("feed.xml", "_headers") cannot be taken
    const takeable = [...new Set(made)].filter((name) => slug.safeParse(name).success && !policies.includes(name));
    expect(takeable).toEqual(expect.arrayContaining(['compare', 'offline', '404', 'cards', 'qr']));
    expect(takeable.filter((name) => !RESERVED_POLICIES.has(name))).toEqual([]);
    const beside = [cardPath('/'), '/data/index.html'].map((path) => /([^/]+)\.\w+$/.exec(path)?.[1] ?? '');
    expect(beside.filter((name) => !RESERVED_POLICIES.has(name))).toEqual([]);
  });

  it('no part of a policy can take', () => {
    expect(names(join(src, 'pages/[policy]')).filter((name) => name !== 'index' && !RESERVED_PARTS.has(name))).toEqual(
      [],
    );
  });

  it.each([...RESERVED_POLICIES.keys()])('check refuses a policy %s', (name) => {
    const root = contentWithThird();
    const named = [...readContentFiles(root)].map(([path, text]): [string, string] => [
      path.replace(THIRD, name),
      path.includes(THIRD) ? text.replaceAll(THIRD, name).replace(`id: ${name}`, `id: '${name}'`) : text,
    ]);
    removeContent(root);
    const [first] = checkContent(new Map(named)).faults.filter(({ field }) => field === 'id');
    expect(first && formatFault(first)).toMatch(
      new RegExp(
        `^content/policies/${name}/policy.yaml:\\d+ \\[id\\] “${name}”是网站自己的.+ → 文件夹和 id 换一个名字，如 ${name}-2026$`,
      ),
    );
  });
});

describe('an address made twice', () => {
  const [topic] = kb.topics;
  const [node, other] = kb.nodes.filter(({ id }) => id === 'minhang-2025/rules/6' || id === 'minhang-2025/rules/7');
  if (!topic || !node || !other) throw new Error('content/ has them');
  const text = new Map(files).set('addresses.txt', all.map((line) => `${line}\n`).join(''));
  it.each([
    [
      'of a topic and a page of the site',
      { ...kb, topics: [...kb.topics, { ...topic, url: '/compare/' }] },
      ['content/topics/topics.yaml:1 [地址] /compare/ 已是网站自己的页面的地址'],
    ],
    [
      'of two clauses, once for all their anchors',
      { ...kb, nodes: [...kb.nodes, { ...other, node: node.node, url: node.url }] },
      [`content/${other.file}:1 [地址] /minhang-2025/rules/#6 已是 ${node.file} 的地址`],
    ],
  ])('is told: %s', (_, twice, expected) => {
    const said = checkAddresses(twice, text, [], () => 1)
      .map(formatFault)
      .filter((line) => line.includes('已是'));
    expect(said).toEqual(expected.map((line) => `${line} → 两者之中还没有公布的那个换一个 id（条款换 node）`));
  });
});
