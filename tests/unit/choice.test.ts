import { describe, expect, it } from 'vitest';
import { choiceOf, firstChoice, readChoice, writeChoice } from '../../src/compare/choice.ts';

const MANY = ['a', 'b', 'c', 'd', 'e'];

describe('which policies stand side by side', () => {
  it.each([
    [['a', 'b'], null, ['a', 'b']],
    [['a', 'b'], 'b', ['a', 'b']],
    [['a', 'b', 'c'], null, ['a', 'b', 'c']],
    [MANY, null, ['a', 'b', 'c']],
    [MANY, 'b', ['a', 'b', 'c']],
    [MANY, 'e', ['a', 'b', 'e']],
  ])('of %j, on a page about %s: first %j', (policies, own, expected) => {
    expect(firstChoice(policies, own)).toEqual(expected);
  });

  it.each([
    ['?p=b,d', null, ['b', 'd']],
    // always in order of content
    ['?p=d,b', null, ['b', 'd']],
    ['?calc=x&p=b,d,e&diff=off', null, ['b', 'd', 'e']],
    // no more than stand side by side, each once, none that does not exist
    ['?p=e,d,c,b', null, ['b', 'c', 'd']],
    ['?p=b,b,zz,c', null, ['b', 'c']],
    // the page's own policy is always among them
    ['?p=b,c,d', 'e', ['b', 'c', 'e']],
    ['?p=b', 'e', ['b', 'e']],
    ['?p=b', null, null],
    ['?p=', null, null],
    ['?p=zz,yy', null, null],
    ['?p=zz', 'e', null],
    ['', null, null],
  ])('the address %s on a page about %s asks for %j', (search, own, expected) => {
    expect(readChoice(search, MANY, own)).toEqual(expected);
  });

  it('stands in the address beside what others keep there, and leaves it again', () => {
    expect(writeChoice('?diff=off', ['a', 'd'])).toBe('?p=a,d&diff=off');
    expect(writeChoice('?p=a,b&diff=off', ['a', 'd'])).toBe('?p=a,d&diff=off');
    expect(writeChoice('?p=a,b&diff=off', null)).toBe('?diff=off');
    expect(writeChoice('?p=a,b', null)).toBe('');
    expect(writeChoice('?calc=x~date.2026-03-15~rd.800', ['a', 'd'])).toBe('?p=a,d&calc=x~date.2026-03-15~rd.800');
    expect(choiceOf('?x=1&p=a,b')).toBe('?p=a,b');
    expect(choiceOf('?x=1')).toBe('');
  });
});
