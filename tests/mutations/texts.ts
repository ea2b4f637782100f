import type { ContentFiles } from '../../src/load/files.ts';
import { edit, seeded, type Mutation } from './mutation.ts';

/** Damages to the official text: each line of each body (and of source.txt) in every way. */
export function damageTexts(files: ContentFiles): Mutation[] {
  return [...files].flatMap(([file, text]) => {
    if (file.endsWith('.mdx')) return damageLines(file, text, text.indexOf('\n---\n', 4) + 5);
    return file.endsWith('source.txt') ? damageLines(file, text, 0) : [];
  });
}

function damageLines(file: string, text: string, from: number): Mutation[] {
  const lines = text.split('\n');
  const first = text.slice(0, from).split('\n').length - 1;
  const random = seeded(file.length * 7919 + text.length);
  return lines.flatMap((line, index) => {
    if (index < first || line.trim() === '') return [];
    const put = (kind: string, changed: string[], note: string): Mutation => ({
      kind: `text: ${kind}`,
      file,
      what: `line ${index + 1}: ${note}`,
      apply: edit(file, () => [...lines.slice(0, index), ...changed, ...lines.slice(index + 1)].join('\n')),
    });
    return [
      ...damageCharacters(line, random).map(([kind, changed, note]) => put(kind, [changed], note)),
      // a tag of a form without words leaves the text as it is; the form's shape is checked by the table's own damages
      ...(hasWords(line)
        ? [put('line dropped', [], line.slice(0, 20)), put('line duplicated', [line, '', line], line.slice(0, 20))]
        : []),
      ...damageMarkup(line).map(([kind, changed]) => put(kind, [changed], changed.slice(0, 30))),
      ...(isParagraph(line) && lines[index + 1] === '' && isParagraph(lines[index + 2] ?? '')
        ? [put('paragraphs run together', [`${line}${lines[index + 2]}`], line.slice(0, 20))].map((one) => ({
            ...one,
            apply: edit(file, () =>
              [...lines.slice(0, index), `${line}${lines[index + 2]}`, ...lines.slice(index + 3)].join('\n'),
            ),
          }))
        : []),
    ].filter((one) => !(file.endsWith('source.txt') && /run together/.test(one.kind)));
  });
}

function hasWords(line: string): boolean {
  return line.replace(/<[^>]*>/g, '').trim() !== '';
}

function isParagraph(line: string): boolean {
  return line !== '' && !/^(#|\s|<)/.test(line);
}

/** Places whose characters are text: neither whitespace nor tags nor the mark of a heading or bullet. */
function placesIn(line: string): number[] {
  const markup = new Set<number>();
  for (const match of line.matchAll(/<[^>]*>|^#+ |^- |\s/g))
    for (let at = match.index; at < match.index + match[0].length; at += 1) markup.add(at);
  return [...line].map((_, at) => at).filter((at) => !markup.has(at));
}

function damageCharacters(line: string, random: () => number): [string, string, string][] {
  const places = placesIn(line);
  const pick = () => places[Math.floor(random() * places.length)] ?? 0;
  if (places.length === 0) return [];
  const [changed, dropped, added] = [pick(), pick(), pick()];
  const swaps = places.filter((at, index) => places[index + 1] === at + 1 && line[at] !== line[at + 1]);
  const swap = swaps[Math.floor(random() * swaps.length)];
  const other = line[changed] === '改' ? '换' : '改';
  return [
    ['character changed', line.slice(0, changed) + other + line.slice(changed + 1), `${line[changed]} → ${other}`],
    ['character dropped', line.slice(0, dropped) + line.slice(dropped + 1), `without ${line[dropped]}`],
    ['character added', `${line.slice(0, added)}添${line.slice(added)}`, `添 before ${line[added]}`],
    ...(swap === undefined
      ? []
      : [
          [
            'characters swapped',
            line.slice(0, swap) + line[swap + 1] + line[swap] + line.slice(swap + 2),
            `${line[swap]}${line[swap + 1]}`,
          ] as [string, string, string],
        ]),
  ];
}

function damageMarkup(line: string): [string, string][] {
  return [
    ...(/^##+ /.test(line)
      ? ([
          ['heading a level up', line.slice(1)],
          ['heading a level down', `#${line}`],
        ] as [string, string][])
      : []),
    ...(line.includes('<td />')
      ? ([
          ['cell dropped', line.replace('<td />', '')],
          ['cell added', line.replace('<td />', '<td /><td />')],
        ] as [string, string][])
      : []),
    ...(/rowSpan=\{\d+\}/.test(line)
      ? ([['row span changed', line.replace(/rowSpan=\{(\d+)\}/, (_, n: string) => `rowSpan={${Number(n) + 1}}`)]] as [
          string,
          string,
        ][])
      : []),
    ...(/colSpan=\{\d+\}/.test(line)
      ? ([
          ['column span changed', line.replace(/colSpan=\{(\d+)\}/, (_, n: string) => `colSpan={${Number(n) - 1}}`)],
        ] as [string, string][])
      : []),
  ];
}
