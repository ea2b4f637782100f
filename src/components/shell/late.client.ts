/**
 * What stands far below is laid out when somebody comes near it (`.late`); or, section by section, once the page is there and
 * has nothing else to do, so that whoever scrolls fast or takes a picture of the whole page finds it whole.
 */
export function layOutLate(): void {
  const sections = [...document.querySelectorAll('.late')];
  // Safari has no idle time to ask for
  const idle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 200);
  const next = (): void => {
    sections.shift()?.classList.remove('late');
    if (sections.length > 0) idle(next);
  };
  if (sections.length === 0) return;
  if (document.readyState === 'complete') idle(next);
  else addEventListener('load', () => idle(next), { once: true });
}
