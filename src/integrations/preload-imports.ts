import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ScriptImports } from './script-imports.ts';

const SCRIPT = /<script type="module" src="([^"]+)">/g;

/**
 * What a page's script imports is found only once that script has come, and what that imports later still: on a phone a round trip each.
 * The page names them all, so that they come together.
 */
export function preloadImports(): AstroIntegration {
  let base = '/';
  const imports = new ScriptImports();
  return {
    name: 'preload-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [imports.plugin] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) nameImports(join(root, file), base, imports);
      },
    },
  };
}

function nameImports(file: string, base: string, imports: ScriptImports): void {
  const html = readFileSync(file, 'utf8');
  const own = [...html.matchAll(SCRIPT)].map(([, url = '']) => url.slice(base.length));
  const others = imports.closure(own).filter((name) => !own.includes(name));
  if (others.length === 0) return;
  const links = others.map((name) => `<link rel="modulepreload" href="${base}${name}">`).join('');
  writeFileSync(
    file,
    html.replace('</head>', () => `${links}</head>`),
  );
}
