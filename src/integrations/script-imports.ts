import type { Plugin } from 'vite';

/** What the browser's scripts import at once, by their paths below the site. */
export class ScriptImports {
  readonly #imports = new Map<string, readonly string[]>();

  /** Notes them while the scripts are bundled. */
  readonly plugin: Plugin = {
    name: 'script-imports',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: (_options, bundle) => {
      for (const one of Object.values(bundle)) if (one.type === 'chunk') this.#imports.set(one.fileName, one.imports);
    },
  };

  /** The scripts and all that they import, each once. */
  closure(names: readonly string[]): string[] {
    const all = new Set(names);
    for (const name of all) for (const other of this.#imports.get(name) ?? []) all.add(other);
    return [...all];
  }
}
