import type { AmountRule, AwardRule, CapRule, ConditionRule, ReadingTest } from '../model/rulebook.ts';

/** What an award pays, figure by figure. Sums are yuan, rates fractions of 1. */
export interface AmountRecord {
  kind: 'share' | 'match' | 'fixed' | 'up-to';
  base: string | null;
  rate: number | null;
  sum: number | null;
  max: number | null;
  jointCeiling: number | null;
  jointCeilingOf: string | null;
}

/** The terms on which an award is given. `under`: options of readings, all of which must be taken; none: always. */
export interface TermsRecord {
  from: string | null;
  until: string | null;
  onlyUnder: string[];
  when: string[];
  except: { when: string[]; under: string[] }[];
  requirements: { fact: string; under: string[]; refusal: string }[];
  thresholdOf: string | null;
  caps: { id: string; max: number; under: string[]; sharedWith: string | null; sharedUnder: string[] }[];
  alternatives: ({ under: string[] } & AmountRecord)[];
  conditions: string[];
}

const NOTATION = '写作“事实=值”，几个值任一写作“事实=值|值”，合计大于 0、等于 0 写作“事实>0”“事实=0”';

export const TERMS_FIELDS = {
  from: '条款经修改的，这一文本从哪天起适用；其余为 null',
  until: '条款经修改的，这一文本适用到哪天（含当日）；其余为 null',
  onlyUnder: '只在哪些口径下才有这一项，写作“口径=选项”，须全部采用；空为不论口径',
  when: `适用于哪种情形，须全部成立：${NOTATION}`,
  except: '不适用的情形：when 全部成立、under 的口径全部采用时，这一项让给别的扶持项；under 为空的不论口径',
  requirements:
    '须满足的事实的全部：fact 为事实，under 为要求它的口径（空为不论口径），refusal 为不满足时的理由（CSV 不列）；默认口径下要求的另列在 requires',
  thresholdOf: '门槛比的是哪一项事实；null 为没有门槛',
  caps: '计入的每年累计上限：编号、元、在哪些口径下计入（under）、在哪些口径下（sharedUnder）与哪一个上限（sharedWith）合并',
  alternatives: '在 under 的口径下改按什么支持，依次取第一个全部采用的；都没有采用的，按本项自己的数额',
  conditions: '本站无法核验的条件，测算时假定符合',
} as const satisfies Record<keyof TermsRecord, string>;

/** @param caps of the policy */
export function termsRecord(award: AwardRule, caps: readonly CapRule[]): TermsRecord {
  return {
    from: award.term?.from ?? null,
    until: award.term?.until ?? null,
    onlyUnder: listOptions(award.reading),
    when: award.when.map(noteCondition),
    except: award.except.map(({ when, reading }) => ({
      when: when.map(noteCondition),
      under: listOptions(reading),
    })),
    requirements: award.requires.map(({ fact, is, reading, reason }) => ({
      fact: noteCondition({ fact, test: 'any-of', values: [is] }),
      under: listOptions(reading),
      refusal: reason,
    })),
    thresholdOf: award.threshold?.fact ?? null,
    caps: award.caps.flatMap(({ cap, reading }) =>
      caps
        .filter(({ ref }) => ref === cap)
        .map(({ ref, max, sharedWith }) => ({
          id: ref,
          max: max / 100,
          under: listOptions(reading),
          sharedWith: sharedWith?.cap ?? null,
          sharedUnder: listOptions(sharedWith?.reading ?? []),
        })),
    ),
    alternatives: award.alternatives.map(({ reading, amount }) => ({
      under: listOptions(reading),
      ...amountRecord(amount),
    })),
    conditions: award.conditions.map(({ note }) => note),
  };
}

export function amountRecord(amount: AmountRule): AmountRecord {
  const joint = amount.kind === 'match' ? amount.jointCeiling : null;
  return {
    kind: amount.kind,
    base: amount.kind === 'fixed' ? null : amount.of,
    rate: amount.kind === 'fixed' ? null : fraction(amount.kind === 'match' ? amount.ratio : amount.rate),
    sum: amount.kind === 'fixed' ? yuan(amount.sum) : null,
    max: amount.kind === 'fixed' ? null : yuan(amount.max),
    jointCeiling: fraction(joint?.rate ?? null),
    jointCeilingOf: joint?.of ?? null,
  };
}

/** "deviceClass=II", "category=innovative|improved", "municipalSupport>0" */
function noteCondition(condition: ConditionRule): string {
  switch (condition.test) {
    case 'any-of':
      return `${condition.fact}=${condition.values.join('|')}`;
    case 'positive':
      return `${condition.fact}>0`;
    case 'zero':
      return `${condition.fact}=0`;
  }
}

function listOptions(test: ReadingTest): string[] {
  return test.map(({ reading, option }) => `${reading}=${option}`);
}

/** A sum of the rules, in 分, as the data states it, in yuan. */
export function yuan(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}

function fraction(ppm: number | null): number | null {
  return ppm === null ? null : ppm / 1_000_000;
}

/** The terms as cells of a CSV, an entry each. */
export function termsCells(terms: TermsRecord): Record<'except' | 'requirements' | 'caps' | 'alternatives', string[]> {
  return {
    except: terms.except.map(({ when, under }) => when.join(' 且 ') + wordUnder(under)),
    requirements: terms.requirements.map(({ fact, under }) => fact + wordUnder(under)),
    caps: terms.caps.map(({ id, max, under, sharedWith, sharedUnder }) => {
      const shared = sharedWith === null ? '' : `，与 ${sharedWith} 合并${wordUnder(sharedUnder)}`;
      return `${id} ${max} 元${wordUnder(under)}${shared}`;
    }),
    alternatives: terms.alternatives.map(({ under, ...amount }) => {
      const figures = Object.entries(amount).filter(([, value]) => value !== null);
      return figures.map(([name, value]) => `${name}=${value}`).join(' ') + wordUnder(under);
    }),
  };
}

function wordUnder(under: readonly string[]): string {
  return under.length === 0 ? '' : `（口径 ${under.join(' 且 ')}）`;
}
