import type { PolicyOutcome } from '../../../calculator/calculate.ts';
import { APPLICANT_LABELS, DETERMINED, DISCRETIONARY } from '../../../../explain/words.ts';
import { sumsOf, wordNothing } from '../../../result/sums.ts';
import { blanks, bold, heads, integer, link, money, text, type SheetOf } from '../cells.ts';
import type { Report } from '../report.ts';

/** 汇总: who asks, what each policy gives, under all readings and by year. */
export function summary({
  form,
  rules,
  outcomes,
  documents,
  certainty,
  notice,
  siteName,
  date,
  address,
}: Report): SheetOf {
  const years = [...new Set(outcomes.flatMap(({ result }) => result.years.map(({ year }) => year)))].sort();
  return {
    name: '汇总',
    widths: [30, 18, 18, 18, 18, 60],
    rows: [
      [bold(form.name || '测算')],
      [text('申报主体'), text(APPLICANT_LABELS[form.applicant])],
      [text('测算日期'), text(date)],
      [text('恢复这次测算'), link(address)],
      [text(`${siteName}。${notice}`)],
      [],
      heads('政策', `${DETERMINED}（元）`, `${DISCRETIONARY}（元）`, '各口径最少（元）', '各口径最多（元）', '文件'),
      ...outcomes.map(({ rule, result, range }) => {
        const document = documents.find(({ policy }) => policy === rule.id);
        return [
          text(rule.shortTitle),
          result.awards.length === 0 ? text(wordNothing(result, rules.reasons)) : money(sumsOf(result).determined),
          money(sumsOf(result).discretionary),
          ...(isBlank(result, range) ? blanks(2) : [money(range.min), money(range.max)]),
          text(`《${document?.title ?? rule.title}》（${document?.documentNumber ?? ''}）`),
        ];
      }),
      [],
      [text(certainty)],
      [],
      heads(
        '年份',
        ...outcomes.flatMap(({ rule }) => [
          `${rule.shortTitle} ${DETERMINED}（元）`,
          `${rule.shortTitle} ${DISCRETIONARY}（元）`,
        ]),
      ),
      ...years.map((year) => [
        integer(year),
        ...outcomes.flatMap(({ result }) => {
          const sums = result.years.find((one) => one.year === year);
          return [money(sums?.determined ?? null), money(sums?.discretionary ?? null)];
        }),
      ]),
    ],
  };
}

/** Nothing was worked out under any reading: that is no 0. */
function isBlank({ awards }: PolicyOutcome['result'], { max }: PolicyOutcome['range']): boolean {
  return awards.length === 0 && max === 0n;
}
