import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Dependencies point one way (docs/architecture in README.md). For each folder of src/: the folders
 * that it may import. What is not named is an error.
 */
const MAY_IMPORT = {
  domain: [],
  schemas: ['domain'],
  model: ['domain', 'schemas'],
  load: ['domain', 'schemas', 'model'],
  import: ['domain', 'schemas', 'model', 'load'],
  engine: ['domain', 'schemas', 'model'],
  compare: ['domain', 'schemas', 'model', 'engine'],
  explain: ['domain', 'schemas', 'model', 'engine'],
  search: ['domain', 'schemas', 'model', 'engine'],
  offline: [],
  data: ['domain', 'schemas', 'model', 'explain'],
  islands: ['domain', 'schemas', 'model', 'engine', 'compare', 'explain', 'search', 'styles'],
  components: ['domain', 'schemas', 'model', 'engine', 'compare', 'explain', 'search', 'offline', 'islands', 'styles'],
  layouts: ['domain', 'schemas', 'model', 'engine', 'compare', 'explain', 'search', 'islands', 'components', 'styles'],
};
const FOLDERS = [...Object.keys(MAY_IMPORT), 'pages', 'cli', 'integrations'];

/** The one-way rule as ESLint sees it: relative imports of any folder that is not allowed. */
function oneWay(folder, allowed) {
  const forbidden = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`src/${folder}/**/*.{ts,tsx,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
              message: `src/${folder} may import only: ${[folder, ...allowed].join(', ')}. See "layout" in README.md.`,
            },
            ...(folder === 'islands' || folder === 'engine'
              ? [{ group: ['astro:*'], message: 'Islands and engine know nothing of Astro.' }]
              : []),
            ...(folder === 'engine' ? [{ group: ['react', 'react-*', 'node:*'], message: 'The engine is pure.' }] : []),
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'bench/render-ways/',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    files: ['**/*.{ts,tsx,astro}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['src/**/*.astro'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Two builds of one commit are equal: take builtAt from src/built.ts.',
        },
      ],
    },
  },
  {
    files: ['src/islands/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.configs.recommended.rules },
  },
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => oneWay(folder, allowed)),
);
