import { useEffect, useState } from 'react';

/**
 * Whether a sum of the form was ever about to be typed. On a phone sums are spelt out from then on (home.css), and not
 * only while one types: what stands below must not move away from under a finger that leaves the field.
 */
export function useTyping(form: string): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    const element = document.getElementById(form);
    const look = (): void => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement && field.type === 'text' && element?.contains(field)) setTyping(true);
    };
    // it may have the focus from before the scripts came
    look();
    element?.addEventListener('focusin', look);
    return () => element?.removeEventListener('focusin', look);
  }, [form]);
  return typing;
}
