import { figureKey, type Figure, type FigureValue } from '../domain/figures.ts';
import type { Fen } from '../domain/money.ts';
import type { Ppm } from '../domain/rate.ts';
import type { AmountRule } from '../model/rulebook.ts';
import type { Fault } from './fault.ts';
import { fault, type LocatedQuote, type Place } from './quotes.ts';

/** The figures of an amount in the order in which metadata states them. */
export function figuresOfAmount(amount: AmountRule): FigureValue[] {
  switch (amount.kind) {
    case 'share':
      return [percent(amount.rate), ...optional(amount.max)];
    case 'match':
      return [
        ratio(amount.ratio),
        ...(amount.jointCeiling ? [percent(amount.jointCeiling.rate)] : []),
        ...optional(amount.max),
      ];
    case 'fixed':
      return [money(amount.sum)];
    case 'up-to':
      return [...(amount.rate === null ? [] : [percent(amount.rate)]), ...optional(amount.max)];
  }
}

export function money(fen: Fen): FigureValue {
  return { kind: 'money', fen };
}

function percent(ppm: Ppm): FigureValue {
  return { kind: 'percent', ppm };
}

function ratio(ppm: Ppm): FigureValue {
  return { kind: 'ratio', left: '1', right: String(ppm / 1_000_000) };
}

function optional(fen: Fen | null): FigureValue[] {
  return fen === null ? [] : [money(fen)];
}

/** Compares the figures of metadata with those of its quotes, one to one and in order. */
export function matchFigures(
  stated: readonly FigureValue[],
  quotes: readonly LocatedQuote[],
  place: Place,
  faults: Fault[],
): void {
  const found = quotes.flatMap(({ figures }) => figures);
  if (quotes.length === 0) return;
  const same =
    stated.length === found.length && stated.every((figure, index) => figureKey(figure) === keyOf(found[index]));
  if (same) return;
  const words = found.map((figure) => figure.words.replace(/\s/g, '')).join('、') || '没有数';
  faults.push(
    fault(
      place,
      `元数据的数是 ${stated.map(wordsOf).join('、') || '无'}，引文的数是 ${words}`,
      '两者须一一对应、次序相同；以正文为准改元数据，或改引文',
    ),
  );
}

function keyOf(figure: Figure | undefined): string {
  return figure ? figureKey(figure) : '';
}

function wordsOf(figure: FigureValue): string {
  switch (figure.kind) {
    case 'money':
      return `${figure.fen / 1_000_000}万元`;
    case 'percent':
      return `${figure.ppm / 10_000}%`;
    case 'ratio':
      return `${figure.left}:${figure.right}`;
    case 'years':
      return `${figure.years}年`;
    case 'date':
      return figure.date;
    case 'plain':
      return figure.value;
  }
}
