import type { Plugin } from 'vite';

/** What the browser's scripts import at once, by their paths below the site. */
export type Imports = Map<string, readonly string[]>;

/** Notes them while the scripts are bundled. */
export function notingImports(imports: Imports): Plugin {
  return {
    name: 'script-imports',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: (_options, bundle) => {
      for (const one of Object.values(bundle)) if (one.type === 'chunk') imports.set(one.fileName, one.imports);
    },
  };
}

/** The scripts and all that they import, each once. */
export function closureOf(names: readonly string[], imports: Imports): string[] {
  const all = new Set(names);
  for (const name of all) for (const other of imports.get(name) ?? []) all.add(other);
  return [...all];
}
