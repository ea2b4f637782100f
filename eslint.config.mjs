import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Dependencies point one way (“The house” in README.md). For each folder of src/: the folders that it may import. What is not named is an error. */
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
  pages: [
    ...['domain', 'schemas', 'model', 'load', 'engine', 'compare', 'explain', 'search', 'data', 'offline'],
    ...['islands', 'components', 'layouts', 'styles'],
  ],
  cli: ['domain', 'schemas', 'model', 'load', 'import', 'engine', 'explain'],
  integrations: [
    ...['domain', 'schemas', 'model', 'load', 'compare', 'search', 'offline'],
    ...['islands', 'components'],
  ],
};
const FOLDERS = Object.keys(MAY_IMPORT);

const ONE_MOMENT = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Two builds of one commit are equal: take builtAt from src/built.ts.',
};

/** The one-way rule as ESLint sees it: relative imports, static or not, of any folder that is not allowed. */
function oneWay(folder, allowed) {
  const forbidden = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  const regex = `^(\\./)?(\\.\\./)+(${forbidden.join('|')})/`;
  const message = `src/${folder} may import only: ${[folder, ...allowed].join(', ')}. See “The house” in README.md.`;
  const later = { selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`, message };
  return [
    {
      files: [`src/${folder}/**/*.{ts,tsx,astro}`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { regex, message },
              ...(folder === 'islands' || folder === 'engine'
                ? [{ group: ['astro:*'], message: 'Islands and engine know nothing of Astro.' }]
                : []),
              ...(folder === 'engine'
                ? [{ group: ['react', 'react-*', 'node:*'], message: 'The engine is pure.' }]
                : []),
            ],
          },
        ],
        'no-restricted-syntax': ['error', later],
      },
    },
    { files: [`src/${folder}/**/*.astro`], rules: { 'no-restricted-syntax': ['error', later, ONE_MOMENT] } },
  ];
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
    files: ['src/islands/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.configs.recommended.rules },
  },
  ...Object.entries(MAY_IMPORT).flatMap(([folder, allowed]) => oneWay(folder, allowed)),
);
