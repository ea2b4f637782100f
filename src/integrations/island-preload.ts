import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ISLAND = /<astro-island\b[^>]*\bclient="load"[^>]*>/g;
const SCRIPTS = /\b(?:component|renderer)-url="([^"]+)"/g;

/**
 * An island that comes alive with its page is asked for only once its element is parsed, and what its script
 * imports only once that has come: on a phone three round trips before anything can be typed. The page's head
 * names them all.
 */
export function islandPreload(): AstroIntegration {
  let base = '/';
  const imports = new Map<string, readonly string[]>();
  return {
    name: 'island-preload',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'island-preload',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle: (_options, bundle) => {
                  for (const one of Object.values(bundle))
                    if (one.type === 'chunk') imports.set(one.fileName, one.imports);
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) nameScripts(join(root, file), base, imports);
      },
    },
  };
}

function nameScripts(file: string, base: string, imports: ReadonlyMap<string, readonly string[]>): void {
  const html = readFileSync(file, 'utf8');
  const own = [...html.matchAll(ISLAND)].flatMap(([island]) =>
    [...island.matchAll(SCRIPTS)].map(([, url = '']) => url.slice(base.length)),
  );
  if (own.length === 0) return;
  const links = withImports(own, imports).map(
    (name) => `<link rel="modulepreload" fetchpriority="low" href="${base}${name}">`,
  );
  writeFileSync(
    file,
    html.replace('</head>', () => `${links.join('')}</head>`),
  );
}

/** The scripts and all that they import, each once. */
function withImports(names: readonly string[], imports: ReadonlyMap<string, readonly string[]>): string[] {
  const all = new Set(names);
  for (const name of all) for (const other of imports.get(name) ?? []) all.add(other);
  return [...all];
}
