/** What all of the page knows of links; how one is packed comes over the network when there is something to pack. */
import type * as Links from './scenario-link.ts';

export const LINK_KEY = 's=';

/** The longest link that every place to paste it in takes. */
export const LONGEST_LINK = 2000;

let loaded: typeof Links | null = null;

/** Asked for as soon as there is something to link to, so that it is there when somebody prints. */
export async function loadLinks(): Promise<typeof Links> {
  loaded ??= await import('./scenario-link.ts');
  return loaded;
}

/** What `loadLinks` has brought. */
export function linksAtHand(): typeof Links | null {
  return loaded;
}

/** Whether a fragment is meant to hold a scenario. */
export function holdsLink(fragment: string): boolean {
  return fragment.replace(/^#/, '').startsWith(LINK_KEY);
}
