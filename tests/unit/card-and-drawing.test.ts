/** The card says what held a sum down, the drawing where it stops to grow: of the same answers they never contradict each other. */
import { expect, it } from 'vitest';
import { compile, sliceRuleBook } from '../../src/engine/index.ts';
import { explainBindingLimit, wordExact, UNLIMITED } from '../../src/explain/index.ts';
import { calculate } from '../../src/islands/calculator/calculate.ts';
import { createPictures } from '../../src/islands/picture/picture-data.ts';
import { wordLimit } from '../../src/islands/picture/picture-words.ts';
import { answersFrom } from '../../src/islands/state/defaults.ts';
import type { CalculatorForm } from '../../src/islands/state/form-state.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const { nodes, rules } = loadKnowledgeBase();

interface Told {
  where: string;
  card: string;
  drawing: string;
  /** the card's limit is one of the sum itself, which more of the base cannot lift */
  firm: boolean;
  /** 分 the visitor's sum is short of the end, or beyond */
  short: bigint | null;
}

/** Card and drawing of each policy for one form, the sum on the axis as given. */
function tell(
  form: CalculatorForm,
  policy: string,
  where: string,
): { told: Told[]; axis: string | null; ends: bigint[] } {
  const slice = sliceRuleBook(rules, [form.matter]);
  const engine = compile(slice);
  const [matter] = slice.matters;
  if (!matter) throw new Error(form.matter);
  const outcome = calculate(engine, form, matter);
  const data = createPictures(engine)(outcome, policy);
  const told = (data?.curves ?? []).flatMap((curve): Told[] => {
    const [award] = outcome.policies.find(({ rule }) => rule.id === curve.policy)?.result.awards ?? [];
    if (!award || !data || data.x === null) return [];
    const { text: card } = explainBindingLimit(award.steps);
    const drawing = wordLimit(curve.limit, data);
    // half of a larger investment is more, and so may be what a rival clause gives for it
    const lifts = card.includes('市区两级合计') || award.steps.some(({ kind }) => kind === 'choice');
    const firm = /^(受限于|正好达到)/.test(card) && !lifts;
    const short = curve.limit.kind === 'at' ? curve.limit.x - data.x : null;
    return [
      {
        where: `${where} ${curve.policy} ${wordExact(curve.limit.kind === 'none' ? 0n : curve.limit.y)}`,
        card,
        drawing,
        firm,
        short,
      },
    ];
  });
  const ends = data?.curves.flatMap(({ limit }) => (limit.kind === 'at' ? [limit.x] : [])) ?? [];
  return { told, axis: data?.fact.name ?? null, ends };
}

/** Every project of every example by itself, and with the sum on the axis on both sides of where the lines end. */
function everything(): Told[] {
  return nodes.flatMap((node) =>
    node.examples.flatMap(({ title, scenario }) =>
      scenario.projects.flatMap(({ matter, date, facts }) => {
        const rule = rules.matters.find(({ id }) => id === matter);
        if (!rule) throw new Error(matter);
        const { applicant, readings } = scenario;
        const where = `${node.id} ${title}`;
        const ask = (given: Record<string, unknown>) =>
          tell(
            { matter, date, applicant: applicant.type, readings, answers: answersFrom(rule, given) },
            node.policy,
            where,
          );
        const { told, axis, ends } = ask(facts);
        if (axis === null) return told;
        const given = facts[axis];
        const moved = ends.flatMap((end) => [end / 2n, end - 100n, end, end + 100n, end * 3n]);
        return [
          ...told,
          ...moved.flatMap((fen) => {
            const sum = Number(fen) / 100;
            return ask({ ...facts, [axis]: Array.isArray(given) ? [sum, ...(given as unknown[]).slice(1)] : sum }).told;
          }),
        ];
      }),
    ),
  );
}

const all = everything();
const wrong = (pick: (one: Told) => boolean): Told[] => all.filter(pick);

it('enough is compared, of every kind', () => {
  expect(all.length).toBeGreaterThan(300);
  for (const words of ['已触顶', '后不再增加', '不随', UNLIMITED])
    expect(
      all.some(({ drawing }) => drawing.includes(words)),
      words,
    ).toBe(true);
  for (const words of ['受限于', '正好达到', '未触及上限', '即条文所写上限', UNLIMITED])
    expect(
      all.some(({ card }) => card.includes(words)),
      words,
    ).toBe(true);
});

it('where the drawing says 已触顶 the card names the limit', () => {
  expect(wrong(({ drawing, card }) => drawing.includes('已触顶') && !/^(受限于|正好达到)/.test(card))).toEqual([]);
});

it('where the card names a limit of the sum, the drawing grows no more', () => {
  expect(wrong(({ firm, drawing }) => firm && !/已触顶|不随/.test(drawing))).toEqual([]);
});

it('both say 未规定上限, or neither', () => {
  expect(wrong(({ drawing, card }) => drawing.startsWith(UNLIMITED) !== (card === UNLIMITED))).toEqual([]);
});

it('a limit that is still ahead is not said to be reached', () => {
  expect(wrong(({ short, drawing }) => short !== null && short > 0n && /已(触顶|达到)/.test(drawing))).toEqual([]);
  expect(wrong(({ short, firm }) => short !== null && short > 0n && firm)).toEqual([]);
});
