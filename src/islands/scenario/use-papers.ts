import { useMemo } from 'react';
import { useChosenSums } from '../state/choice.ts';
import type { ScenarioProps } from './props.ts';

/** Documents and papers of the policies that are shown. */
export function usePapers(props: ScenarioProps): Pick<ScenarioProps, 'documents' | 'papers'> {
  const sums = useChosenSums();
  return useMemo(
    () =>
      sums === null
        ? { documents: props.documents, papers: props.papers }
        : { documents: sums.map(({ document }) => document), papers: sums.flatMap(({ papers }) => papers) },
    [sums, props.documents, props.papers],
  );
}
