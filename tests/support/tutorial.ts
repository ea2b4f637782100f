/** docs/add-a-policy.md as what it says to do, in order. */
export type TutorialStep =
  /** writes a file; `path` as the document has it, below the project */
  | { kind: 'file'; path: string; text: string }
  /** runs commands, a line each; `fails`: the last is meant to find faults */
  | { kind: 'run'; commands: string[]; fails: boolean }
  /** what the last command said, line by line, among other things */
  | { kind: 'said'; lines: string[] };

const BLOCK = /^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm;

/** Every fenced block of the document; one that does not say what it is for is an error. */
export function stepsOf(document: string): TutorialStep[] {
  return [...document.matchAll(BLOCK)].map(([, language = '', info = '', text = '']): TutorialStep => {
    const file = /^file=(\S+)$/.exec(info)?.[1];
    if (file !== undefined) return { kind: 'file', path: file, text };
    const lines = text.split('\n').filter(Boolean);
    if (language === 'sh' && (info === '' || info === 'fails'))
      return { kind: 'run', commands: lines, fails: info === 'fails' };
    if (language === 'text' && info === 'said') return { kind: 'said', lines };
    throw new Error(`add-a-policy.md: nobody knows what to do with a block “${language} ${info}”`);
  });
}
