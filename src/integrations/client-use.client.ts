import type { ClientDirective } from 'astro';

const SIGNS = ['pointerenter', 'pointerdown', 'focusin', 'touchstart'] as const;

/** Hydrates on the first sign of use, and at once where the address holds a state to restore. */
const use: ClientDirective = (load, _options, element) => {
  let begun = false;
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    for (const sign of SIGNS) element.removeEventListener(sign, begin);
    const hydrate = await load();
    await hydrate();
  };
  for (const sign of SIGNS) element.addEventListener(sign, begin, { passive: true });
  if (location.search !== '') void begin();
};

export default use;
