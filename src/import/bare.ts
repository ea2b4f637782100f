import { withoutWhitespace } from '../domain/text.ts';
import { asciiDigits } from '../domain/figures.ts';

/**
 * A stretch of text as the recognisers see it: without whitespace, with half-width digits and full-width round brackets.
 * Whitespace is free in an official text, digits and brackets come in two forms; all other characters are what they are.
 */
export function bareOf(text: string): string {
  return asciiDigits(withoutWhitespace(text)).replaceAll('(', '（').replaceAll(')', '）');
}
