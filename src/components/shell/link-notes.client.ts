/** Pointing at a marked word lights its notes; pointing at a note lights its words. */
export function linkNotes(): void {
  const light = (from: EventTarget | null): void => {
    for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
    const source = from instanceof Element ? from.closest<HTMLElement>('[data-n], .note') : null;
    if (!source) return;
    const ids = source.dataset['n']?.split(' ') ?? [source.id];
    for (const id of ids) {
      document.getElementById(id)?.classList.add('lit');
      for (const word of document.querySelectorAll(`[data-n~="${id}"]`)) word.classList.add('lit');
    }
  };
  addEventListener('pointerover', (event) => light(event.target));
  addEventListener('focusin', (event) => light(event.target));
}
