/**
 * What this site calls the things that a clause pays for: words of no text, by which a clause may be looked for all the same
 * ("境外注册" is said by no clause, and it is the matter of three).
 */
import { isWhole, occurrences } from './clause.ts';
import { normalise } from './normalise.ts';

/** [kind: matter, award or topic, what is shown and what else says it, the places of its clauses, each as the distance from the one before] */
export type PackedName = [kind: number, texts: string[], ...steps: number[]];

/** A clause under a name that contains the word asked. */
export interface Named {
  place: number;
  /** how surely the clause is meant: the kind of name, and how much of it the word is */
  weight: number;
  /** told beside the result, since its text has not the word */
  why: string;
}

/** A topic holds what stands near each other, a matter and an award one thing. */
const KINDS = [
  { weight: 200, told: '事项' },
  { weight: 200, told: '支持项目' },
  { weight: 80, told: '议题' },
] as const;

/** One character says too little of a name. */
const SHORTEST = 2;

interface Name {
  kind: (typeof KINDS)[number];
  shown: string;
  /** in normal form */
  texts: string[];
  places: number[];
}

export class Names {
  readonly #names: Name[];
  readonly #ofPlace = new Map<number, Name[]>();

  constructor(packed: readonly PackedName[]) {
    this.#names = packed.map(([kind, texts, ...steps]) => {
      let place = 0;
      return {
        kind: KINDS[kind] ?? KINDS[0],
        shown: texts[0] ?? '',
        texts: texts.map(normalise),
        places: steps.map((step) => (place += step)),
      };
    });
    for (const name of this.#names)
      for (const place of name.places) this.#ofPlace.set(place, [...(this.#ofPlace.get(place) ?? []), name]);
  }

  /** The clauses with a name that contains the word, the surest first, each once. @param word in normal form */
  find(word: string): Named[] {
    const found = new Map<number, Named>();
    for (const name of this.#names) {
      const weight = weightOf(name, word);
      if (weight === 0) continue;
      for (const place of name.places)
        if (weight > (found.get(place)?.weight ?? 0)) found.set(place, { place, weight, why: toldOf(name) });
    }
    return [...found.values()].sort((a, b) => b.weight - a.weight);
  }

  /** The name of a clause that contains the word, told beside it; null where none does. */
  whyOf(place: number, word: string): string | null {
    const name = this.#ofPlace.get(place)?.find((one) => weightOf(one, word) > 0);
    return name ? toldOf(name) : null;
  }

  has(word: string): boolean {
    return this.#names.some((name) => weightOf(name, word) > 0);
  }
}

function weightOf({ kind, texts }: Name, word: string): number {
  if (word.length < SHORTEST) return 0;
  const covered = texts
    .filter((text) => occurrences(text, word).some((at) => isWhole(text, at, at + word.length)))
    .map(({ length }) => word.length / length);
  return covered.length === 0 ? 0 : kind.weight + 100 * Math.max(...covered);
}

function toldOf({ kind, shown }: Name): string {
  return `本站列在${kind.told}“${shown}”下`;
}
