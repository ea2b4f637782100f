import { memo, useId } from 'react';
import type { ReadingComparison } from '../../engine/index.ts';
import type { ReasonRule } from '../../model/rulebook.ts';
import type { PolicyOutcome } from '../calculator/calculate.ts';
import { Seal } from './Seal.tsx';
import { wordResult } from './sums.ts';

export interface ReadingsProps {
  policies: readonly PolicyOutcome[];
  reasons: readonly ReasonRule[];
  onChoose: (reading: string, option: string) => void;
}

/** The passages whose reading changes the answer here, each with what every option gives. */
export const Readings = memo(function Readings({ policies, reasons, onChoose }: ReadingsProps) {
  if (policies.every((one) => one.switches.length === 0)) return null;
  return (
    <section className="calc-readings">
      <h3>视口径而定：换一种读法，结果不同</h3>
      {policies.flatMap((outcome) =>
        outcome.switches.map((comparison) => (
          <Switch key={comparison.reading.id} {...{ outcome, comparison, reasons, onChoose }} />
        )),
      )}
    </section>
  );
});

interface SwitchProps extends Pick<ReadingsProps, 'reasons' | 'onChoose'> {
  outcome: PolicyOutcome;
  comparison: ReadingComparison;
}

function Switch({ outcome, comparison, reasons, onChoose }: SwitchProps) {
  const { reading, chosen, options } = comparison;
  const id = useId();
  return (
    <fieldset
      className="field calc-reading"
      data-policy={outcome.rule.id}
      data-reading={reading.id}
      aria-describedby={id}
    >
      <legend>
        <Seal policy={outcome.rule} /> {reading.title}
      </legend>
      <p className="field-help" id={id}>
        {reading.question}
      </p>
      <div className="calc-options">
        {options.map(({ option, result }) => {
          const words = reading.options.find((one) => one.id === option);
          return (
            <label key={option}>
              <input
                type="radio"
                name={`${id}~${reading.id}`}
                value={option}
                checked={option === chosen}
                onChange={() => onChoose(reading.id, option)}
              />
              <span>
                {words?.label}
                {option === reading.default && <small>（默认）</small>}
              </span>
              <output>{wordResult(result, reasons)}</output>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
