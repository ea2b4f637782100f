import { parseChineseNumber } from '../domain/chinese-numbers.ts';
import type { FigureValue } from '../domain/figures.ts';
import { lastDayAfter } from '../domain/validity.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Policy } from '../schemas/policy.ts';
import type { Quote } from '../schemas/quote.ts';

/**
 * What the words of a date must state: the date itself; or for 有效期 a number of years from the day of 施行
 * ("有效期五年"), and for 施行 the day of issue ("自印发之日起施行"), where they come out at the same day.
 */
export function figuresOfDate(policy: Policy, field: 'issued' | 'effective' | 'expires'): FigureValue[] {
  const { date, quote } = policy[field];
  if (date === null) return figuresOfEffect(policy.effective.date, quote, policy.issued.date);
  if (field === 'effective') return figuresOfEffect(date, quote, policy.issued.date);
  const words = quote.map(({ text }) => text.replace(/\s/g, '')).join('');
  const [, han, arabic] = /有效期(?:限)?为?(?:([一二三四五六七八九十]+)|(\d{1,2}))年/.exec(words) ?? [];
  const years = han ? parseChineseNumber(han) : Number(arabic);
  if (field !== 'expires' || !years || lastDayAfter(policy.effective.date, years) !== date)
    return [{ kind: 'date', date }];
  return [han ? { kind: 'years', years } : { kind: 'plain', value: arabic ?? '' }];
}

/** What the words of a day of effect must state: the day, but for "自印发之日起施行". */
export function figuresOfEffect(date: IsoDate, quote: Quote, issued: IsoDate): FigureValue[] {
  const words = quote.map(({ text }) => text.replace(/\s/g, '')).join('');
  return /自(发布|印发|公布)之日/.test(words) && date === issued ? [] : [{ kind: 'date', date }];
}
