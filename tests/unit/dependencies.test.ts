import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  scripts: Record<string, string>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json') as Manifest;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const wanted = Object.entries({
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
});

/** Packages that would run code of theirs when installed. They may not (.npmrc), and need not: docs/security.md says why. */
const WITH_INSTALL_SCRIPT = ['node_modules/esbuild'];

/** What is wrong with what the lockfile says of a package. */
function lockFaults([path, { version, resolved, integrity, link }]: [string, Locked]): string[] {
  return [
    ...(link ? [`${path}: a link to a folder`] : []),
    ...(/^\d+\.\d+\.\d+/.test(version ?? '') ? [] : [`${path}: no version`]),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [`${path}: no SHA-512 of its content`]),
    // no address: the registry is the installing machine's; a branch, a folder or another host would have one
    ...(resolved === undefined ? [] : [`${path}: from ${resolved}`]),
  ];
}

describe('dependencies', () => {
  it('are pinned to one version each', () => {
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are locked as package.json asks for them', () => {
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  it('are all known by the hash of their content', () => {
    expect(locked.length).toBeGreaterThan(500);
    expect(locked.flatMap(lockFaults)).toEqual([]);
  });

  it.each<[string, Locked]>([
    ['another hash', { integrity: 'sha1-kZk7E0f6HDEpTAnZkhHjNoTAPcE=' }],
    ['no hash', { integrity: '' }],
    ['a branch', { resolved: 'git+ssh://git@host/owner/name.git#main' }],
    ['a file', { resolved: 'file:../name' }],
    ['another host', { resolved: 'http://registry/name/-/name-1.0.0.tgz' }],
    ['a folder', { link: true }],
  ])('would be noticed with %s', (_what, change) => {
    const good = locked[0]?.[1] ?? {};
    expect(lockFaults(['x', good])).toEqual([]);
    expect(lockFaults(['x', { ...good, ...change }])).toHaveLength(1);
  });

  it('run no code when they are installed, and would do so only where we know of it', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual(
      WITH_INSTALL_SCRIPT,
    );
    // npm leaves these out too where scripts are ignored: none may be counted on
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)/.test(name) && name !== 'preview')).toEqual([]);
  });
});
