import { explainRefusal, explainSteps, wordMoney } from '../../explain/index.ts';
import { wordPayee } from '../../explain/rules.ts';
import type { AwardResult, Refusal } from '../../engine/index.ts';
import type { ReasonRule } from '../../model/rulebook.ts';
import type { PolicyOutcome } from '../calculator/calculate.ts';
import { Funding } from './Funding.tsx';
import { Cited, Places } from './Places.tsx';
import { Scope } from './Scope.tsx';
import { Seal } from './Seal.tsx';

/** How one policy comes to its answer, in sentences, each with the place of its words. */
export function Workings({ outcome, reasons }: { outcome: PolicyOutcome; reasons: readonly ReasonRule[] }) {
  const { rule, result } = outcome;
  const [award] = result.awards;
  if (!award && result.refused.length === 0) return null;
  return (
    <section className="calc-working" data-policy={rule.id} aria-label={`${rule.shortTitle}：怎么算的`}>
      <h4>
        <Seal policy={rule} /> {award ? '怎么算的' : '为什么没有'}
      </h4>
      {result.awards.map((one) => (
        <Steps key={one.year} award={one} several={result.awards.length > 1} />
      ))}
      {result.refused.map((refusal) => (
        <Refused key={refusal.reason} refusal={refusal} reasons={reasons} several={result.awards.length > 0} />
      ))}
      {award && <Funding outcome={outcome} />}
      {award?.rule.payee && (
        <p>
          <Places sources={award.rule.payee.sources} />：{wordPayee(award.rule.payee)}
        </p>
      )}
      {award && rule.scope.length > 0 && (
        <p>
          <Scope scope={rule.scope} />
        </p>
      )}
    </section>
  );
}

function Steps({ award, several }: { award: AwardResult; several: boolean }) {
  const lines = explainSteps(award.steps);
  return (
    <>
      {several && (
        <p className="calc-year">
          {award.year} 年：{wordMoney(award.determined + award.discretionary)}
        </p>
      )}
      <ol className="calc-steps">
        {lines.map((line, at) => (
          // By place: the words change with every key, the lines mostly stay.
          <li key={at}>
            <Cited text={line.text} sources={line.steps[0]?.sources ?? []} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Refused({
  refusal,
  reasons,
  several,
}: {
  refusal: Refusal;
  reasons: readonly ReasonRule[];
  several: boolean;
}) {
  const reason = reasons.find(({ id }) => id === refusal.reason);
  const sources = 'sources' in refusal.detail ? refusal.detail.sources : [];
  const words = explainRefusal(refusal);
  return (
    <>
      {several && <p className="calc-year">{reason?.label}</p>}
      {words !== reason?.label && (
        <p>
          <Cited text={words} sources={sources} />
        </p>
      )}
      {!several && reason && <p className="calc-why">{reason.explanation}</p>}
    </>
  );
}
