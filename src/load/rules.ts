import type { FigureValue } from '../domain/figures.ts';
import type { PolicyNode } from '../model/node.ts';
import type { AmountRule, AwardRule, CapRule, PolicyRule, ReadingTest, Source } from '../model/rulebook.ts';
import { citedLabel, permalinkOf, termOf } from '../model/versions.ts';
import type { Amount, UnderReading } from '../schemas/amount.ts';
import type { Award, FactCase } from '../schemas/award.ts';
import type { Quote } from '../schemas/quote.ts';
import type { ClaimLedger } from './claims.ts';
import { conditionsOf } from './fact-conditions.ts';
import type { MatterIndex } from './facts.ts';
import type { Fault } from './fault.ts';
import { figuresOfAmount, matchFigures, money } from './figures-match.ts';
import { checkConditionAwards, conditionsWith, ownWords } from './award-conditions.ts';
import { checkCapHolder } from './cap-holder.ts';
import { fault, within, type Place, type QuoteFinder } from './quotes.ts';
import { nodeIdOf, type ClauseFile } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import { checkDraftAward } from './draft-awards.ts';
import { checkTellingWords, coverOnce } from './telling-words.ts';

/** What the building of rules needs of the rest. */
export interface RuleContext {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  matters: MatterIndex;
  faults: Fault[];
}

/** Awards and annual caps of one policy, every figure checked against its words. */
export class RuleBuilder {
  readonly #folder: PolicyFolder;
  readonly #context: RuleContext;

  constructor(folder: PolicyFolder, context: RuleContext) {
    this.#folder = folder;
    this.#context = context;
  }

  build(nodes: readonly PolicyNode[]): Pick<PolicyRule, 'awards' | 'caps'> {
    const awards: AwardRule[] = [];
    const caps: CapRule[] = [];
    this.#folder.clauses.forEach((file, index) => {
      const node = nodes[index];
      if (!node) return;
      this.#checkUnique(file, 'awards');
      this.#checkUnique(file, 'annualCaps');
      checkConditionAwards(file, this.#context.faults);
      caps.push(...file.meta.annualCaps.map((_, at) => this.#cap(file, node, at)));
      const own = file.meta.awards.flatMap((award, at) =>
        award.draft ? [] : [{ at, rule: this.#award(file, node, award, at) }],
      );
      file.meta.awards.forEach((award, at) => {
        if (award.draft)
          checkDraftAward(award, node, { file: file.file, locate: file.locate, path: ['awards', at] }, this.#context);
      });
      checkTellingWords(file, node, own, this.#context.ledger, this.#context.faults);
      awards.push(...own.map(({ rule }) => rule));
    });
    this.#checkSharedCaps(caps);
    return { awards, caps };
  }

  #award(file: ClauseFile, node: PolicyNode, award: Award, index: number): AwardRule {
    const place: Place = { file: file.file, locate: file.locate, path: ['awards', index] };
    const note = `award:${node.id}#${award.id}`;
    const matter = this.#context.matters.require(award.matter, within(place, 'matter'));
    const test = (facts: FactCase, at: Place) => conditionsOf(facts, matter, at, this.#context.faults);
    const quoted = (quote: Quote, at: Place, figures: FigureValue[] = []) =>
      this.#quoted(quote, node, at, figures, note);
    if (!award.applicants && !file.meta.applicants) {
      this.#context.faults.push(fault(place, '没有写申报主体', '在条款的 applicants 里写明，并附引文'));
    }
    const amount = this.#amount(award.amount, matter, within(place, 'amount'));
    return {
      ref: `${node.id}#${award.id}`,
      id: award.id,
      title: award.title,
      clause: node.id,
      clauseLabel: citedLabel(node),
      clauseUrl: permalinkOf(node),
      clauseOrder: node.index,
      ...termOfAward(node),
      matter: award.matter,
      when: test(award.when, within(place, 'when')),
      reading: this.#readings(award.reading, within(place, 'reading')),
      except: award.except.map((one, at) => ({
        when: test(one.when, within(place, 'except', at, 'when')),
        reading: this.#readings(one.reading, within(place, 'except', at, 'reading')),
        sources: quoted(one.quote, within(place, 'except', at, 'quote')),
      })),
      applicants: award.applicants ?? file.meta.applicants?.types ?? [],
      applicantsSource: file.meta.applicants
        ? this.#quoted(file.meta.applicants.quote, node, { ...place, path: ['applicants', 'quote'] }, null, note)
        : [],
      requires: award.requires.map((one, at) => {
        const here = within(place, 'requires', at);
        return {
          ...{ fact: one.fact, is: one.is, ...ownWords(one, here, this.#context.faults) },
          reason: matter?.requireRefusal(one.fact, one.is, within(here, 'fact'), this.#context.faults) ?? '',
          reading: this.#readings(one.reading, within(here, 'reading')),
          sources: this.#quoted(one.quote, node, within(here, 'quote'), null, note),
        };
      }),
      threshold: award.threshold
        ? {
            fact: award.threshold.fact,
            min: award.threshold.min,
            reason:
              matter?.requireThreshold(
                award.threshold.fact,
                within(place, 'threshold', 'fact'),
                this.#context.faults,
              ) ?? '',
            sources: quoted(award.threshold.quote, within(place, 'threshold', 'quote'), [money(award.threshold.min)]),
          }
        : null,
      amount,
      sources: quoted(award.quote, within(place, 'quote'), figuresOfAmount(amount)),
      instalments: this.#instalments(node, award, place, quoted),
      alternatives: award.alternatives.map((one, at) => {
        const other = this.#amount(one.amount, matter, within(place, 'alternatives', at, 'amount'));
        return {
          reading: this.#readings(one.reading, within(place, 'alternatives', at, 'reading')),
          amount: other,
          sources: quoted(one.quote, within(place, 'alternatives', at, 'quote'), figuresOfAmount(other)),
        };
      }),
      caps: award.annualCaps.map((one, at) => ({
        cap: this.#requireCap(file, node, one.id, within(place, 'annualCaps', at)),
        reading: this.#readings(one.reading, within(place, 'annualCaps', at, 'reading')),
      })),
      payee: award.payee
        ? { label: award.payee.label, sources: quoted(award.payee.quote, within(place, 'payee', 'quote')) }
        : null,
      conditions: conditionsWith(award.id, file.meta.conditions).map(({ one, at }) => ({
        note: one.note,
        sources: this.#quoted(one.quote, node, { ...place, path: ['conditions', at, 'quote'] }, null, note),
      })),
    };
  }

  #instalments(
    node: PolicyNode,
    award: Award,
    place: Place,
    quoted: (quote: Quote, at: Place, figures?: FigureValue[]) => Source[],
  ): AwardRule['instalments'] {
    if (!award.instalments) return null;
    const at = within(place, 'instalments', 'quote');
    if (award.instalments.kind === 'once') {
      const located = this.#context.finder.locate(award.instalments.quote, node.id, at);
      coverOnce(located, at, this.#context.ledger, this.#context.faults);
      return { kind: 'once', years: 1, sources: located.map(({ source }) => source) };
    }
    const { years, quote } = award.instalments;
    return { kind: 'yearly', years, sources: quoted(quote, at, [{ kind: 'years', years }]) };
  }

  #cap(file: ClauseFile, node: PolicyNode, index: number): CapRule {
    const cap = file.meta.annualCaps[index];
    if (!cap) throw new RangeError(`no annual cap ${index}`);
    const place: Place = { file: file.file, locate: file.locate, path: ['annualCaps', index] };
    checkCapHolder(cap, place, this.#context.faults);
    if (!file.meta.awards.some((award) => !award.draft && award.annualCaps.some(({ id }) => id === cap.id))) {
      this.#context.faults.push(
        fault(place, `没有扶持项受年度上限“${cap.id}”约束`, '在扶持项的 annualCaps 里引用它，或删去'),
      );
    }
    return {
      ref: `${node.id}#${cap.id}`,
      title: node.version ? `${cap.title}（${node.version.words}）` : cap.title,
      clause: node.id,
      clauseLabel: citedLabel(node),
      per: cap.per,
      max: cap.max,
      sources: this.#quoted(cap.quote, node, within(place, 'quote'), [money(cap.max)], `cap:${node.id}#${cap.id}`),
      sharedWith: cap.sharedWith
        ? {
            cap: cap.sharedWith.cap,
            reading: this.#readings(cap.sharedWith.reading, within(place, 'sharedWith', 'reading')),
          }
        : null,
      ...this.#continues(node, cap.id),
    };
  }

  /** The cap of the same id in the version before. */
  #continues(node: PolicyNode, id: string): Pick<CapRule, 'continues'> {
    const before = this.#folder.clauses.find((file) => nodeIdOf(file) === node.version?.replaces);
    return before?.meta.annualCaps.some((cap) => cap.id === id) ? { continues: `${nodeIdOf(before)}#${id}` } : {};
  }

  #amount(amount: Amount, matter: ReturnType<MatterIndex['require']>, place: Place): AmountRule {
    const base = (fact: string, ...steps: string[]) =>
      matter?.requireBase(fact, within(place, ...steps), this.#context.faults);
    switch (amount.kind) {
      case 'share':
        base(amount.of, 'of');
        return { ...amount, max: amount.max ?? null };
      case 'match':
        base(amount.of, 'of');
        if (amount.jointCeiling) base(amount.jointCeiling.of, 'jointCeiling', 'of');
        return { ...amount, jointCeiling: amount.jointCeiling ?? null, max: amount.max ?? null };
      case 'fixed':
        return amount;
      case 'up-to':
        if (amount.of !== undefined) base(amount.of, 'of');
        return { kind: 'up-to', rate: amount.rate ?? null, of: amount.of ?? null, max: amount.max ?? null };
    }
  }

  /** @param figures what the quote must state; null where it states a condition without claiming its figures */
  #quoted(quote: Quote, node: PolicyNode, place: Place, figures: FigureValue[] | null, note: string): Source[] {
    const located = this.#context.finder.locate(quote, node.id, place);
    if (figures && figures.length > 0) {
      matchFigures(figures, located, place, this.#context.faults);
      this.#context.ledger.claim(located, note);
    }
    return located.map(({ source }) => source);
  }

  #readings(under: UnderReading | undefined, place: Place): ReadingTest {
    return resolveReadings(under, this.#folder, place, this.#context.faults);
  }

  #requireCap(file: ClauseFile, node: PolicyNode, id: string, place: Place): string {
    if (!file.meta.annualCaps.some((cap) => cap.id === id)) {
      this.#context.faults.push(fault(place, `本条没有年度上限“${id}”`, '在 annualCaps 里补上，或改成已有的 id'));
    }
    return `${node.id}#${id}`;
  }

  #checkSharedCaps(caps: readonly CapRule[]): void {
    for (const file of this.#folder.clauses) {
      file.meta.annualCaps.forEach((cap, index) => {
        const other = cap.sharedWith && caps.find(({ ref }) => ref === cap.sharedWith?.cap);
        if (!cap.sharedWith || other?.max === cap.max) return;
        const place: Place = { file: file.file, locate: file.locate, path: ['annualCaps', index, 'sharedWith', 'cap'] };
        const problem = other ? '合用的两个年度上限数额不同' : `没有年度上限“${cap.sharedWith.cap}”`;
        this.#context.faults.push(fault(place, problem, '写成 <条款>#<上限>，数额须相同'));
      });
    }
  }

  #checkUnique(file: ClauseFile, field: 'awards' | 'annualCaps'): void {
    const seen = new Set<string>();
    file.meta[field].forEach(({ id }, index) => {
      if (seen.has(id)) {
        this.#context.faults.push(
          fault(
            { file: file.file, locate: file.locate, path: [field, index, 'id'] },
            `id“${id}”重复`,
            '同一条款里各不相同',
          ),
        );
      }
      seen.add(id);
    });
  }
}

/** Reading conditions with full ids; unknown readings and options are faults. */
export function resolveReadings(
  under: UnderReading | undefined,
  folder: PolicyFolder,
  place: Place,
  faults: Fault[],
): ReadingTest {
  return Object.entries(under ?? {}).map(([id, option]) => {
    const reading = folder.readings.find((one) => one.id === id);
    if (!reading)
      faults.push(
        fault(
          within(place, id),
          `policies/${folder.policy.id}/readings.yaml 里没有口径“${id}”`,
          '改成已有的口径，或先在 readings.yaml 里写明',
        ),
      );
    else if (!reading.options.some((one) => one.id === option)) {
      faults.push(
        fault(
          within(place, id),
          `口径“${id}”没有选项“${option}”`,
          `改成其中之一：${reading.options.map((one) => one.id).join('、')}；选项写在 policies/${folder.policy.id}/readings.yaml`,
        ),
      );
    }
    return { reading: `${folder.policy.id}/${id}`, option };
  });
}

/** The days on which an award's clause reads so, and how it came and goes. */
function termOfAward({ version, label }: PolicyNode): Pick<AwardRule, 'term' | 'turns'> {
  if (!version) return {};
  const turns = (['added', 'struck'] as const).flatMap((kind) => {
    const turn = version[kind];
    return turn ? [{ kind, from: turn.from, label, sources: [turn.source] }] : [];
  });
  return { term: termOf(version), ...(turns.length > 0 ? { turns } : {}) };
}
