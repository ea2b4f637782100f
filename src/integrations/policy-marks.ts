import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { firstSide, isChoice } from '../compare/index.ts';
import { loadKnowledgeBase } from '../load/index.ts';
import { markRule } from '../model/mark-css.ts';

const ID = 'virtual:policy-marks.css';

/**
 * The inks of the policies that pages show first, `[data-policy="…"] { --policy: … }`: part of the one stylesheet, because
 * a content security policy allows no inline style and content/ alone knows the colours. Of many policies the others' stand
 * in files of their own (see components/choice/inks.ts). How policies are chosen is styled only where there are more than two.
 */
function marksCss(): string {
  const kb = loadKnowledgeBase();
  const marks = firstSide(kb).policies.map(markRule).join('\n');
  if (!isChoice(kb.policies)) return marks;
  return `${marks}\n${readFileSync(join(process.cwd(), 'src/styles/choice.css'), 'utf8')}`;
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
