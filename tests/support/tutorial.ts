/** docs/add-a-policy.md as what it says to do, in order. */
export type TutorialStep =
  /** writes a file; `path` as the document has it, below the project */
  | { kind: 'file'; path: string; text: string }
  /** changes a file: what stands there, once and in these lines, and what takes its place */
  | { kind: 'edit'; path: string; before: string; after: string }
  /** runs commands, a line each; `fails`: the last is meant to find faults */
  | { kind: 'run'; commands: string[]; fails: boolean }
  /** what the last command said, line by line, among other things */
  | { kind: 'said'; lines: string[] };

const BLOCK = /^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm;

/** Every fenced block of the document; one that does not say what it is for is an error. */
export function stepsOf(document: string): TutorialStep[] {
  return [...document.matchAll(BLOCK)].map(([, language = '', info = '', text = '']): TutorialStep => {
    const file = /^file=(\S+)$/.exec(info)?.[1];
    if (file !== undefined && language === 'diff') return { kind: 'edit', path: file, ...sidesOf(text) };
    if (file !== undefined) return { kind: 'file', path: file, text };
    const lines = text.split('\n').filter(Boolean);
    if (language === 'sh' && (info === '' || info === 'fails'))
      return { kind: 'run', commands: lines, fails: info === 'fails' };
    if (language === 'text' && info === 'said') return { kind: 'said', lines };
    throw new Error(`add-a-policy.md: nobody knows what to do with a block “${language} ${info}”`);
  });
}

/** A change as `diff` writes it: lines that go begin with -, lines that come with +, lines around them with a space. */
function sidesOf(text: string): { before: string; after: string } {
  const lines = text.split('\n').slice(0, -1);
  const side = (own: string): string =>
    lines.flatMap((line) => (line.startsWith(own) || line.startsWith(' ') ? [`${line.slice(1)}\n`] : [])).join('');
  return { before: side('-'), after: side('+') };
}

/** The changed text. @throws where the lines do not stand there exactly once */
export function edited(text: string, { path, before, after }: TutorialStep & { kind: 'edit' }): string {
  const [head, tail, ...more] = text.split(before);
  if (head === undefined || tail === undefined || more.length > 0 || before === '')
    throw new Error(`${path}: these lines do not stand there exactly once:\n${before}`);
  return head + after + tail;
}
