import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** hydrate on the first sign of use: see integrations/client-use.ts */
    'client:use'?: boolean;
  }
}
