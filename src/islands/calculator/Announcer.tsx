import { useEffect, useState } from 'react';

/** Long enough that typing a figure is announced once. */
const DELAY = 900;

/** Says a result aloud once the visitor pauses; the first result, which nobody asked for, is not said. */
export function Announcer({ text, silent }: { text: string; silent: boolean }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (silent) return undefined;
    const timer = setTimeout(() => setSaid(text), DELAY);
    return () => clearTimeout(timer);
  }, [text, silent]);
  return (
    <p className="hidden" role="status">
      {said}
    </p>
  );
}
