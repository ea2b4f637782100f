import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { policy } from '../schemas/policy.ts';

const ID = 'virtual:policy-marks.css';

/**
 * The inks of all policies as a stylesheet, `[data-policy="…"] { --ink-policy: … }`: part of the one
 * stylesheet, because a content security policy allows no inline style and content/ alone knows the colours.
 */
export function marksCss(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const mark = policy.shape.mark.parse(readMark(join(folder, name, 'policy.yaml')));
      return `[data-policy='${name}'] { --policy: light-dark(${mark.light}, ${mark.dark}); }`;
    })
    .join('\n');
}

function readMark(file: string): unknown {
  return (parse(readFileSync(file, 'utf8')) as { mark?: unknown }).mark;
}

function marksPlugin(folder: string): Plugin {
  return {
    name: 'policy-marks',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? marksCss(folder) : null),
  };
}

export function policyMarks(): AstroIntegration {
  return {
    name: 'policy-marks',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const folder = fileURLToPath(new URL('./content/policies/', config.root));
        updateConfig({ vite: { plugins: [marksPlugin(folder)] } });
      },
    },
  };
}
