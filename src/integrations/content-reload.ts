import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { contentRoot, forgetKnowledgeBase } from '../load/index.ts';

/** `content/` is read by `load`, not imported, so `astro dev` has to be told when it changes. */
function reloadPlugin(): Plugin {
  return {
    name: 'content-reload',
    apply: 'serve',
    configureServer(server) {
      const folder = contentRoot();
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        forgetKnowledgeBase();
        // the pages' own copy of `load` lives in the module graph: forgotten with it
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
        server.environments.client.hot.send({ type: 'full-reload' });
      });
    },
  };
}

export function contentReload(): AstroIntegration {
  return {
    name: 'content-reload',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // whoever edits wants to see drafts; a build leaves them out unless it is told otherwise
        if (command === 'dev') process.env['DRAFTS'] ??= '1';
        updateConfig({ vite: { plugins: [reloadPlugin()] } });
      },
    },
  };
}
