import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { noTypeOnlyInjection } from './scripts/lint/no-type-only-injection.mjs';

/** What varies is passed in (`now`, a seed, a setting), so that the same input gives the same output. */
const ambientInput = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Pass `now: Date`; only src/platform reads the clock.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'Pass `now: Date`; only src/platform reads the clock.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Pass `now: Date`; only src/platform reads the clock.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Pass a seed, or make ids through src/platform.',
  },
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'The environment is read once, by src/platform/config.',
  },
];

const shape = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one name for a thing, everywhere.' },
  {
    selector: 'ExportSpecifier[exported.name="default"]',
    message: 'Export by name: one name for a thing, everywhere.',
  },
  {
    selector:
      ':matches(FunctionDeclaration, ArrowFunctionExpression, MethodDefinition[kind="method"] > FunctionExpression)[params.length>4]',
    message: 'At most 4 parameters, then an object.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>7]',
    message: 'A class with more than 7 collaborators is two classes.',
  },
];

/** One door to the database: a store takes a unit of work, nothing reaches around it. */
const oneDoor = [
  {
    selector:
      'MemberExpression[object.name=/dataSource$/i][property.name=/^(query|manager|getRepository|createQueryBuilder|createQueryRunner)$/]',
    message: 'Take a `Unit`: outside src/platform/database nothing queries the data source itself.',
  },
  {
    selector:
      'MemberExpression[object.property.name=/dataSource$/i][property.name=/^(query|manager|getRepository|createQueryBuilder|createQueryRunner)$/]',
    message: 'Take a `Unit`: outside src/platform/database nothing queries the data source itself.',
  },
  {
    selector: 'Identifier[name="InjectRepository"]',
    message: 'Take a `Unit`: an injected repository works outside the scope.',
  },
];

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.contract.ts', 'test/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.build-*',
      'node_modules/',
      'coverage/',
      '.data/',
      'web/src/api/schema.ts',
      '**/fixtures/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { tessera: { rules: { 'no-type-only-injection': noTypeOnlyInjection } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // an implementation of an asynchronous port need not await
      '@typescript-eslint/require-await': 'off',
      // text from outside holds control characters, and we look for them
      'no-control-regex': 'off',
      'tessera/no-type-only-injection': 'error',
      'no-restricted-syntax': ['error', ...shape],
      complexity: ['error', 15],
      eqeqeq: 'error',
      'max-depth': ['error', 4],
      'max-lines': ['error', 400],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', ...shape, ...ambientInput, ...oneDoor] },
  },
  {
    files: ['src/platform/**/*.ts'],
    ignores: ['src/platform/database/**'],
    rules: { 'no-restricted-syntax': ['error', ...shape, ...oneDoor] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/app/**', 'src/main.ts', 'src/cli.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // the pure cores: no clock, no input or output, no locale of the machine
    files: ['src/ranking/**/*.ts', 'src/eligibility/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'performance',
        'fetch',
        'setTimeout',
        'setInterval',
        'Buffer',
      ],
    },
  },
  {
    files: specs,
    rules: {
      'no-restricted-syntax': ['error', ...shape],
      'no-restricted-globals': 'off',
      'no-console': 'off',
      // matchers and parsed answers are `any`; the assertions are what checks them
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // generated: as long as the schema is
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // found by path, so the name does not matter; the runner of each asks for a default export
    files: [
      'test/support/{start,stop}-postgres.ts',
      'test/browser/kit/{start,stop}-run.ts',
      '**/*.config.{mjs,ts}',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'fetch', 'performance', 'setTimeout', 'clearTimeout'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
    rules: { 'max-lines': ['error', 400], complexity: ['error', 15], eqeqeq: 'error' },
  },
);
