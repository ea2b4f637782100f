import { chineseDate, yearOf } from '../domain/dates.ts';
import type { Validity } from '../domain/validity.ts';
import type { AwardResult } from '../engine/index.ts';

/**
 * An award for several years may run on beyond the last day of its policy: which years that are, and that no text says whether they
 * are still paid. Null where none do.
 */
export function explainAfterEnd(
  awards: readonly Pick<AwardResult, 'year' | 'determined' | 'discretionary'>[],
  { expires }: Pick<Validity, 'expires'>,
): string | null {
  if (expires === null) return null;
  const paid = awards.filter(({ determined, discretionary }) => determined + discretionary > 0n);
  const late = paid.map(({ year }) => year).filter((year) => year > yearOf(expires));
  const years = [...new Set(late)].sort((a, b) => a - b);
  if (years.length === 0) return null;
  return `${years.join('、')} 年已在政策有效期（至${chineseDate(expires)}）之后，期满以后的年度是否仍然支持，条文没有写；上面的数额照算在内。`;
}
