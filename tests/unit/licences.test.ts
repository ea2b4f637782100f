import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  license?: string;
  dev?: boolean;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** Free to use, change and pass on; those that ask for more than a notice ask it of changes to their own files alone. */
const KNOWN = [
  '(MIT OR Apache-2.0)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT AND Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
];

function table(dev: boolean): string {
  const names = new Map<string, Set<string>>();
  for (const [path, { license = '', dev: own = false }] of installed) {
    if (own !== dev) continue;
    const list = names.get(license) ?? new Set();
    names.set(license, list.add(path.split('node_modules/').at(-1) ?? path));
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([license, list]) => `### ${license}\n\n${[...list].sort().join(', ')}`)
    .join('\n\n');
}

it('every dependency has a licence that we know', () => {
  const strange = installed.filter(([, { license }]) => !KNOWN.includes(license ?? ''));
  expect(strange.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

it('docs/licences.md lists them all (vitest -u writes it)', async () => {
  const page = [
    '# Licences of the dependencies',
    'From `package-lock.json`; `npx vitest run tests/unit/licences.test.ts -u` writes this page anew.',
    '## Of the build and the site',
    table(false),
    '## Of tests and tools alone',
    table(true),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot('../../docs/licences.md');
});
