import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * What a browser may draw again is a React component; in the page it is plain markup, without anything of React's.
 * @returns HTML for `set:html`
 */
export function markup<P extends object>(component: ComponentType<P>, props: P): string {
  return renderToStaticMarkup(createElement(component, props));
}
