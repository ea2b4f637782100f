import { withoutWhitespace } from '../domain/text.ts';
import { asciiDigits } from '../domain/figures.ts';

/**
 * A stretch of text as the recognisers see it: without whitespace, with half-width digits. Whitespace is free in an
 * official text and digits come in two widths; all other characters are what they are.
 */
export function bareOf(text: string): string {
  return asciiDigits(withoutWhitespace(text));
}
