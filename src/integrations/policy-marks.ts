import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { loadKnowledgeBase } from '../load/index.ts';

const ID = 'virtual:policy-marks.css';

/**
 * The inks of all policies, `[data-policy="…"] { --policy: … }`: part of the one stylesheet, because
 * a content security policy allows no inline style and content/ alone knows the colours.
 */
function marksCss(): string {
  return loadKnowledgeBase()
    .policies.map(({ id, mark }) => `[data-policy='${id}'] { --policy: light-dark(${mark.light}, ${mark.dark}); }`)
    .join('\n');
}

function marksPlugin(): Plugin {
  return {
    name: 'policy-marks',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? marksCss() : null),
  };
}

export function policyMarks(): AstroIntegration {
  return {
    name: 'policy-marks',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [marksPlugin()] } });
      },
    },
  };
}
