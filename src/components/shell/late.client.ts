/**
 * What stands far below is laid out when somebody comes near it (`.late`); or, section by section, once the page is there and
 * has nothing else to do, so that whoever scrolls fast or takes a picture of the whole page finds it whole.
 */
export function layOutLate(): void {
  const wholes = new Set(document.querySelectorAll('.late'));
  const left = [...wholes];
  // Safari has no idle time to ask for
  const idle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 200);
  const next = (): void => {
    const section = left.shift();
    // what holds several things is laid out a thing at a time: a phone must not stand still
    if (section && wholes.has(section)) {
      for (const part of section.children) part.classList.add('late-part');
      left.unshift(...section.children);
    }
    section?.classList.remove('late', 'late-part');
    if (left.length > 0) idle(next);
  };
  if (left.length === 0) return;
  if (document.readyState === 'complete') idle(next);
  else addEventListener('load', () => idle(next), { once: true });
}
