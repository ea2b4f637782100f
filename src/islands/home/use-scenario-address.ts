import { useEffect, useState } from 'react';
import { choiceOf } from '../../compare/choice.ts';
import type { MatterRule } from '../../model/rulebook.ts';
import { loadLinks } from '../scenario/state/link-form.ts';
import type { CalculatorForm } from '../state/form-state.ts';

/**
 * The page of the whole scenario with what the visitor has answered here. How a scenario is packed comes over the network
 * once there is something to pack.
 * @param form null: nothing is the visitor's own yet
 */
export function useScenarioAddress(page: string, form: CalculatorForm | null, matters: readonly MatterRule[]): string {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    if (form === null) return undefined;
    const { matter, date, answers, applicant, readings } = form;
    const projects = [{ id: 'p1', name: '', matter, date, answers }];
    // without the packer the page is still worth going to
    void loadLinks()
      .then(({ writeLink }) => writeLink({ name: '', applicant, readings, projects }, matters))
      .then((packed) => !gone && setFragment(packed))
      .catch(() => null);
    return () => {
      gone = true;
    };
  }, [form, matters]);
  return form === null || fragment === null ? page : `${page}${choiceOf(location.search)}#${fragment}`;
}
