import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The zero is how Vite marks what is its own. */
const HELPER = /^\0vite\/preload-helper\.js$/;

/**
 * A script that is asked for later brings others along, and all should be asked for at once. Vite's own helper for that also
 * waits for stylesheets, of which this site has none to wait for, and is a seventh of what a page's script weighs.
 */
export function lightPreload(): AstroIntegration {
  let base = '/';
  const plugin: Plugin = {
    name: 'light-preload',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    load: {
      filter: { id: HELPER },
      handler: () => `
        const asked = new Set();
        export const __vitePreload = (load, files = []) => {
          for (const file of files) {
            if (asked.has(file)) continue;
            asked.add(file);
            document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
          }
          return load();
        };`,
    },
    generateBundle(_options, bundle) {
      for (const one of Object.values(bundle))
        if (one.type === 'chunk' && one.isDynamicEntry && (one.viteMetadata?.importedCss.size ?? 0) > 0)
          this.error(`${one.fileName}: a script that is asked for later brings styles, and nobody would fetch them`);
    },
  };
  return {
    name: 'light-preload',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
    },
  };
}
