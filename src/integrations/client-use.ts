import type { AstroIntegration } from 'astro';

/**
 * `client:use`: an island rendered in the page that loads its script only when somebody is about to use it;
 * `client:use="painted"`: once the page has been painted, for a page that is there to be used.
 */
export function clientUse(): AstroIntegration {
  return {
    name: 'client-use',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'use', entrypoint: './src/integrations/client-use.client.ts' });
      },
    },
  };
}
