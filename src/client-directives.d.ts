import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** hydrate on the first sign of use, or once the page has been painted: see integrations/client-use.ts */
    'client:use'?: boolean | 'painted';
  }
}
