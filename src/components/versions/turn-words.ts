import { chineseDate } from '../../domain/dates.ts';
import type { Turn } from '../../model/versions.ts';
import type { WordsByDay } from './by-day.ts';

/** Above the clause and its last text, true on every day. */
export function struckNotice({ from }: Turn): WordsByDay {
  return [
    ['', `本条将自${chineseDate(from)}起删去`],
    [from, `本条已自${chineseDate(from)}起删去，以下是删去前的文本`],
  ];
}

export function addedNotice({ from }: Turn): WordsByDay {
  return [
    ['', `本条将自${chineseDate(from)}起增加`],
    [from, `本条自${chineseDate(from)}起增加`],
  ];
}

/** In lists of clauses, behind a name: what is gone stays in its place, and what has come needs no word any more. */
export function listMark(version: { added: Turn | null; struck: Turn | null } | null): WordsByDay | null {
  const marks: WordsByDay = [
    ...(version?.added
      ? ([
          ['', `将自${chineseDate(version.added.from)}起增加`],
          [version.added.from, ''],
        ] as WordsByDay)
      : []),
    ...(version?.struck ? wordsOfEnd(version.struck, version.added) : []),
  ];
  return marks.length === 0 ? null : marks;
}

function wordsOfEnd({ from }: Turn, added: Turn | null): WordsByDay {
  const ahead: WordsByDay[number] = [added?.from ?? '', `将自${chineseDate(from)}起删去`];
  return [ahead, [from, `已自${chineseDate(from)}起删去`]];
}

/** Below the clause in the continuous text, as a sentence that begins with its name. */
export function turnLine(version: { added: Turn | null; struck: Turn | null } | null): WordsByDay | null {
  if (version?.added && !version.struck) {
    const { from } = version.added;
    return [
      ['', `将自${chineseDate(from)}起增加`],
      [from, `自${chineseDate(from)}起增加`],
    ];
  }
  return listMark(version);
}
