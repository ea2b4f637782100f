import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ScriptImports } from './script-imports.ts';

/** What a written page may be told of its site. */
export interface BuiltSite {
  /** folder that the site is built into */
  root: string;
  /** where the site stands on its host, with a slash at its end */
  base: string;
  imports: ScriptImports;
}

/**
 * Goes over every page once it is written.
 * @param rewrite the page as it should be; the same string where nothing is to change
 */
export function rewritePages(
  name: string,
  rewrite: (html: string, site: BuiltSite, file: string) => string,
): AstroIntegration {
  let base = '/';
  const imports = new ScriptImports();
  return {
    name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [imports.plugin] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) {
          const html = readFileSync(join(root, file), 'utf8');
          const rewritten = rewrite(html, { root, base, imports }, file);
          if (rewritten !== html) writeFileSync(join(root, file), rewritten);
        }
      },
    },
  };
}
