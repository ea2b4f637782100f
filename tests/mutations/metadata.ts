import type { ContentFiles } from '../../src/load/files.ts';
import { FREE_TO_CHOOSE, FREE_TO_LACK, FREE_WORDING } from './free.ts';
import { edit, type Mutation } from './mutation.ts';
import { formOf, getAt, readTree, setAt, walk, type Path, type Tree } from './tree.ts';
import { otherValues, type Vocabulary } from './values.ts';

/** Damages to metadata: every value changed, every place taken out, figures exchanged, kinds of support changed. */
export function damageMetadata(files: ContentFiles): Mutation[] {
  const known = vocabularyOf(files);
  return [...files].flatMap(([file, text]) => {
    const tree = readTree(file, text);
    if (!tree) return [];
    return [
      ...changeValues(file, tree, known),
      ...takeOut(file, tree),
      ...exchangeFigures(file, tree),
      ...duplicate(file, tree),
      ...changeSupport(file, tree),
      ...addApplicants(file, tree),
    ];
  });
}

function vocabularyOf(files: ContentFiles): Vocabulary {
  const read = (file: string) =>
    readTree(file, files.get(file) ?? '')?.value as Record<string, Record<string, unknown> | { id: string }[]>;
  const idsOf = (list: unknown) => (list as { id: string }[]).map(({ id }) => id);
  return {
    topics: idsOf(read('topics/topics.yaml')['topics']),
    matters: [...files.keys()].flatMap((file) => /^matters\/(?!facts)(.+)\.yaml$/.exec(file)?.[1] ?? []),
    facts: Object.keys(read('matters/facts.yaml')['facts'] ?? {}),
    reasons: idsOf(read('matters/facts.yaml')['reasons']),
  };
}

/** Which sort of file a path stands in, before the path: what free.ts names. */
function placeOf(file: string, path: Path): string {
  const sort = file.endsWith('.mdx')
    ? 'clause'
    : file.startsWith('matters/') && !file.endsWith('facts.yaml')
      ? 'matter'
      : (/([a-z]+)\.yaml$/.exec(file)?.[1] ?? '');
  return `${sort} ${formOf(path)}`;
}

function isFree(list: readonly [RegExp, string][], place: string): boolean {
  return list.some(([form]) => form.test(place));
}

function mutate(kind: string, file: string, tree: Tree, path: Path, what: string, value: unknown): Mutation {
  return {
    kind: `metadata: ${kind}`,
    file,
    what: `${path.join('.')}: ${what}`,
    apply: edit(file, () => tree.write(value)),
  };
}

function changeValues(file: string, tree: Tree, known: Vocabulary): Mutation[] {
  return [...walk(tree.value)].flatMap(({ path, value }) => {
    if (typeof value === 'object') return [];
    const place = placeOf(file, path);
    const [free, chosen] = [isFree(FREE_WORDING, place), isFree(FREE_TO_CHOOSE, place)];
    return otherValues(path, value, known).flatMap(([kind, other]) =>
      // even what is free may not be impossible
      (free && kind !== 'impossible date' && kind !== 'figure misspelt') || (chosen && kind.endsWith('exchanged'))
        ? []
        : [mutate(kind, file, tree, path, `${String(value)} → ${String(other)}`, setAt(tree.value, path, other))],
    );
  });
}

function takeOut(file: string, tree: Tree): Mutation[] {
  return [...walk(tree.value)].flatMap(({ path }) => {
    if (isFree(FREE_TO_LACK, placeOf(file, path))) return [];
    const named = path.filter((step) => typeof step === 'string').at(-1) ?? 'entry';
    return [
      mutate(
        `${typeof path.at(-1) === 'number' ? 'entry of ' : ''}${named} dropped`,
        file,
        tree,
        path,
        'dropped',
        setAt(tree.value, path, undefined),
      ),
    ];
  });
}

/** Two figures of the same sort that follow each other change places. */
function exchangeFigures(file: string, tree: Tree): Mutation[] {
  const sorts = [/万元$|亿元$/, /%$/, /^\d+:/, /^\d{4}-\d\d-\d\d$/];
  const leaves = [...walk(tree.value)].filter(
    ({ path, value }) => typeof value === 'string' && !isFree(FREE_WORDING, placeOf(file, path)),
  );
  return sorts.flatMap((sort) => {
    const same = leaves.filter(({ value }) => sort.test(String(value)));
    return same.flatMap(({ path, value }, index) => {
      const next = same[index + 1];
      if (!next || next.value === value) return [];
      const swapped = setAt(setAt(tree.value, path, next.value), next.path, value);
      return [
        mutate(
          'figures exchanged',
          file,
          tree,
          path,
          `${String(value)} ↔ ${String(next.value)} (${next.path.join('.')})`,
          swapped,
        ),
      ];
    });
  });
}

/** A thing with an id that stands twice. */
function duplicate(file: string, tree: Tree): Mutation[] {
  return [...walk(tree.value)].flatMap(({ path, value }) => {
    if (typeof path.at(-1) !== 'number' || typeof value !== 'object' || value === null || !('id' in value)) return [];
    const list = getAt(tree.value, path.slice(0, -1)) as unknown[];
    const longer = [...list.slice(0, Number(path.at(-1))), value, ...list.slice(Number(path.at(-1)))];
    const root = path.length === 1 ? longer : setAt(tree.value, path.slice(0, -1), longer);
    return [mutate('id twice', file, tree, path, String(value.id), root)];
  });
}

type Amount = Record<string, unknown> & { kind: string };

/** The same figures read as another kind of support. */
function changeSupport(file: string, tree: Tree): Mutation[] {
  return [...walk(tree.value)].flatMap(({ path, value }) => {
    if (path.at(-1) !== 'amount') return [];
    return otherKinds(value as Amount).map((other) =>
      mutate(
        'kind of support changed',
        file,
        tree,
        path,
        `${(value as Amount).kind} → ${other.kind}`,
        setAt(tree.value, path, other),
      ),
    );
  });
}

function otherKinds(amount: Amount): Amount[] {
  switch (amount.kind) {
    case 'share':
      return [{ ...amount, kind: 'up-to' }];
    case 'match': {
      const { ratio, ...rest } = amount;
      return [{ ...rest, kind: 'share', rate: `${Number(String(ratio).split(':')[1]) * 100}%` }];
    }
    case 'fixed':
      return [{ kind: 'up-to', max: amount['sum'] }];
    default:
      return amount['rate'] === undefined ? [{ kind: 'fixed', sum: amount['max'] }] : [{ ...amount, kind: 'share' }];
  }
}

/** A type of applicant that the text does not name. */
function addApplicants(file: string, tree: Tree): Mutation[] {
  const types = getAt(tree.value, ['applicants', 'types']);
  if (!Array.isArray(types)) return [];
  return ['enterprise', 'public-institution', 'private-non-enterprise', 'park', 'industry-organisation']
    .filter((type) => !types.includes(type))
    .map((type) =>
      mutate(
        'applicant added',
        file,
        tree,
        ['applicants', 'types'],
        type,
        setAt(tree.value, ['applicants', 'types'], [...types, type]),
      ),
    );
}
