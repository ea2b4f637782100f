import type { ContentFiles } from '../../src/load/files.ts';
import { edit, type Mutation } from './mutation.ts';

/** Damages to files as such: lost, moved, broken. */
export function damageFiles(files: ContentFiles): Mutation[] {
  return [
    ...deleteFiles(files),
    ...renameParts(files),
    ...moveClauses(files),
    ...breakSyntax(files),
    ...damageAddresses(files),
  ];
}

/** What names a clause that is gone: its id, its addresses, and the clauses before and after it in the text. */
function tracesOf(file: string, files: ContentFiles): string[] {
  const [folder = '', policy, part] = /^policies\/([^/]+)\/([^/]+)\//.exec(file) ?? [];
  if (policy === undefined || part === undefined) return [];
  const field = (name: string, key: string) => new RegExp(`^${key}: "?([^"\n]+)`, 'm').exec(files.get(name) ?? '')?.[1];
  const id = `${policy}/${part}/${field(file, 'node')}`;
  const order = Number(field(file, 'order'));
  const neighbours = [...files.keys()].filter(
    (name) => name.startsWith(folder) && Math.abs(Number(field(name, 'order')) - order) === 1,
  );
  return [id, `/${id}/`, ...neighbours];
}

function deleteFiles(files: ContentFiles): Mutation[] {
  return [...files.keys()].map((file) => ({
    kind: 'file: deleted',
    file,
    what: 'deleted',
    also: tracesOf(file, files),
    apply: (all) => new Map([...all].filter(([name]) => name !== file)),
  }));
}

function renameParts(files: ContentFiles): Mutation[] {
  const folders = new Set([...files.keys()].flatMap((file) => /^policies\/[^/]+\/[^/]+\//.exec(file)?.[0] ?? []));
  return [...folders].map((folder) => {
    const renamed = `${folder.slice(0, -1)}-old/`;
    const move = (name: string) => (name.startsWith(folder) ? renamed + name.slice(folder.length) : name);
    return {
      kind: 'file: folder renamed',
      file: renamed,
      what: `${folder} → ${renamed}`,
      also: [...files.keys()].filter((name) => name.startsWith(folder)).map(move),
      apply: (all) => new Map([...all].map(([name, text]) => [move(name), text])),
    };
  });
}

function moveClauses(files: ContentFiles): Mutation[] {
  return [...files.keys()].flatMap((file) => {
    const match = /^(policies\/[^/]+\/)([^/]+)\/([^/]+\.mdx)$/.exec(file);
    if (!match) return [];
    const other = [...files.keys()]
      .flatMap((name) => (name.startsWith(match[1] ?? '') ? (/^policies\/[^/]+\/([^/]+)\//.exec(name)?.[1] ?? []) : []))
      .find((part) => part !== match[2]);
    const moved = `${match[1]}${other}/${match[3]}`;
    return [
      {
        kind: 'file: moved to another part',
        file: moved,
        what: `${file} → ${moved}`,
        also: tracesOf(file, files),
        apply: (all: ContentFiles) => new Map([...all].map(([name, text]) => [name === file ? moved : name, text])),
      },
    ];
  });
}

function breakSyntax(files: ContentFiles): Mutation[] {
  const ways: [string, (text: string) => string][] = [
    ['colon lost', (text) => text.replace(/: /, ' ')],
    ['bracket lost', (text) => text.replace(/[}\]]/, '')],
    ['tab for indent', (text) => text.replace(/\n( {2,})/, '\n\t')],
    ['key twice', (text) => text.replace(/^([a-z]+: .*)$/m, '$1\n$1')],
    ['unknown key', (text) => text.replace(/^([a-z]+): /m, '$1x: ')],
    ['fence lost', (text) => text.replace(/^---\n/, '')],
    ['value lost', (text) => text.replace(/^([a-z]+): .+$/m, '$1:')],
    ['unclosed quote', (text) => text.replace(/: ([^"\n]+)$/m, ': "$1')],
  ];
  return [...files].flatMap(([file, text]) => {
    if (!/\.(mdx|yaml)$/.test(file)) return [];
    const head = file.endsWith('.mdx') ? text.slice(0, text.indexOf('\n---\n', 4) + 5) : text;
    return ways.flatMap(([what, damage]): Mutation[] => {
      const damaged = damage(head);
      return damaged === head
        ? []
        : [{ kind: `syntax: ${what}`, file, what, apply: edit(file, () => damaged + text.slice(head.length)) }];
    });
  });
}

function damageAddresses(files: ContentFiles): Mutation[] {
  const file = 'addresses.txt';
  const lines = (files.get(file) ?? '').split('\n');
  return lines.flatMap((line, index): Mutation[] => {
    if (line === '') return [];
    const put = (kind: string, ...changed: string[]): Mutation => ({
      kind: `address: ${kind}`,
      file,
      what: line,
      apply: edit(file, () => [...lines.slice(0, index), ...changed, ...lines.slice(index + 1)].join('\n')),
    });
    return [
      put('removed'),
      ...(index % 8 === 0
        ? [put('changed', `${line}x`), put('twice', line, line), put('made up', line, `/gone/${index}/`)]
        : []),
    ];
  });
}
