import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isChoice } from '../compare/index.ts';
import { loadKnowledgeBase } from '../load/index.ts';

const ID = 'virtual:choice-script';
const SCRIPT = new URL('../components/choice/chooser.client.ts', import.meta.url);

/** The script by which policies are chosen: of two there is nothing to choose, and their site carries nothing of it. */
export function choiceScript(): AstroIntegration {
  return {
    name: 'choice-script',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'choice-script',
                resolveId: (id: string) => {
                  if (id !== ID) return null;
                  return isChoice(loadKnowledgeBase().policies) ? fileURLToPath(SCRIPT) : `\0${ID}`;
                },
                load: (id: string) => (id === `\0${ID}` ? 'export {};' : null),
              },
            ],
          },
        });
      },
    },
  };
}
