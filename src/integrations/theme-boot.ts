import type { AstroIntegration } from 'astro';

/**
 * Applies the visitor's stored choice of light or dark before the first paint, so that nothing flashes.
 * Injected by Astro into every head: as such it is hashed when the content security policy is on.
 */
const CODE =
  "document.documentElement.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

export function themeBoot(): AstroIntegration {
  return {
    name: 'theme-boot',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('head-inline', CODE),
    },
  };
}
