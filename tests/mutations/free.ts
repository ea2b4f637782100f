/**
 * What no check can know to be damaged, and why. Everything else is damaged, one place at a time.
 * Patterns are tested against the sort of file and the path in it, with `*` for numbers.
 */
export const FREE_WORDING: [RegExp, string][] = [
  [
    /[. ](title|label|negative|plain|dateLabel|summary|help|note|why|question|explanation)$/,
    'our own words: any wording is possible',
  ],
  [
    /^policy (shortTitle|district|mark\..*|publication\..*|parts\.\*\.(title|labels\..*|citations\..*))$/,
    'names and looks of our own choice',
  ],
  [/^departments \*\.full$/, 'the full name may stand nowhere in the texts'],
  [
    /^clause examples\.\*\.(applicant|projects\.\*\.(matter|date|facts(\..*)?))$/,
    'what an example is given is free; what it expects is checked',
  ],
  [/^clause support$/, 'which kind of support without a figure it is, is a judgement'],
  [/^facts facts\.\w+\.(min|max)$/, 'how many years a form offers; tests/unit/content.test.ts holds it to scenario.md'],
  [
    /^matter unique$/,
    'whether a matter can come twice shows in no text; tests/unit/content.test.ts holds it to scenario.md',
  ],
  [/^readings contradictions\.\*\.kind$/, 'whether it is a gap or a condition is a judgement'],
];

/** Things whose absence leaves a whole that is just as consistent. */
export const FREE_TO_LACK: [RegExp, string][] = [
  ...FREE_WORDING.filter(([form]) => !form.test('clause support')),
  [/^clause examples\.\*(\.projects\.\*)?$/, 'an example may be one too many: one that alone proves a word is missed'],
  [/^clause examples\.\*\.readings(\.[\w-]+)?$/, 'what an example is given'],
  [/^clause examples\.\*\.projects\.\*\.expect(\.\*)?\.year$/, 'the year of the date is the default'],
  [
    /^clause conditions(\.\*(\.awards(\.\*)?)?)?$/,
    'which conditions no figure shows, and with which awards, is a judgement; tests/unit/content.test.ts holds them',
  ],
  [/^clause topics\.\*$/, 'where clauses meet is our reading; tests/unit/content.test.ts holds the table'],
  [/^readings (contradictions|readings)\.\*\.passages\.\*$/, 'a note may stand beside fewer words'],
  [/^glossary \*\.words\.\*$/, 'a term may be explained at fewer words'],
  [
    /^topics topics\.\*\.compares(\.\*)?$/,
    'what a topic compares is our choice; tests/unit/compare-terms.test.ts holds it',
  ],
  [/^topics topics\.\*\.audiences(\.\*)?$/, 'which companies look for a topic is our choice'],
];

/** Ids that may be another of the same sort. An id that does not exist is never free. */
export const FREE_TO_CHOOSE: [RegExp, string][] = [
  [/^clause topics\.\*$/, 'where clauses meet is our reading; tests/unit/content.test.ts holds the table'],
  [/^topics topics\.\*\.audiences\.\*$/, 'which companies look for a topic is our choice'],
];
