/**
 * The smallest and largest sum of terms that each depend on a few choices, exactly, without walking
 * through all combinations: one choice after the other is eliminated (the "bucket elimination" of
 * constraint networks). Terms that share no choice never multiply each other's work.
 */
export interface Factor {
  /** numbers of the choices that it depends on */
  readonly choices: readonly number[];
  /** one value for each combination of their options; the last choice runs fastest */
  readonly values: readonly bigint[];
}

export type Pick = (a: bigint, b: bigint) => bigint;

/** @param sizes how many options each choice has */
export function findExtreme(factors: readonly Factor[], sizes: readonly number[], pick: Pick): bigint {
  let open = factors;
  for (;;) {
    const choice = cheapestChoice(open, sizes);
    if (choice === null) return open.reduce((sum, one) => sum + (one.values[0] ?? 0n), 0n);
    open = eliminate(open, choice, sizes, pick);
  }
}

/** The choice whose elimination makes the smallest table. */
function cheapestChoice(factors: readonly Factor[], sizes: readonly number[]): number | null {
  const all = new Set(factors.flatMap((one) => one.choices));
  let best: number | null = null;
  let cost = Infinity;
  for (const choice of all) {
    const size = countCombinations(neighboursOf(factors, choice), sizes);
    if (size < cost) [best, cost] = [choice, size];
  }
  return best;
}

function neighboursOf(factors: readonly Factor[], choice: number): number[] {
  const together = factors.filter((one) => one.choices.includes(choice)).flatMap((one) => one.choices);
  return [...new Set(together)].filter((one) => one !== choice);
}

function eliminate(factors: readonly Factor[], choice: number, sizes: readonly number[], pick: Pick): Factor[] {
  const affected = factors.filter((one) => one.choices.includes(choice));
  const choices = neighboursOf(factors, choice);
  const options: number[] = [];
  const values: bigint[] = [];
  for (let at = 0; at < countCombinations(choices, sizes); at += 1) {
    setCombination(options, choices, sizes, at);
    let best: bigint | null = null;
    for (let option = 0; option < (sizes[choice] ?? 1); option += 1) {
      options[choice] = option;
      const sum = affected.reduce((total, one) => total + (one.values[indexOf(one.choices, sizes, options)] ?? 0n), 0n);
      best = best === null ? sum : pick(best, sum);
    }
    values.push(best ?? 0n);
  }
  return [...factors.filter((one) => !one.choices.includes(choice)), { choices, values }];
}

export function countCombinations(choices: readonly number[], sizes: readonly number[]): number {
  return choices.reduce((product, choice) => product * (sizes[choice] ?? 1), 1);
}

/** Writes the options of the combination number `at` into `options`. */
export function setCombination(
  options: number[],
  choices: readonly number[],
  sizes: readonly number[],
  at: number,
): void {
  let rest = at;
  for (let place = choices.length - 1; place >= 0; place -= 1) {
    const choice = choices[place] ?? 0;
    const size = sizes[choice] ?? 1;
    options[choice] = rest % size;
    rest = Math.floor(rest / size);
  }
}

/** The number of the combination that `options` holds. */
export function indexOf(choices: readonly number[], sizes: readonly number[], options: readonly number[]): number {
  let index = 0;
  for (const choice of choices) index = index * (sizes[choice] ?? 1) + (options[choice] ?? 0);
  return index;
}
