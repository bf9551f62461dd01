/** One project per kind of test (docs/architecture.md, "Tests"); `npm run test:<kind>` selects one. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    },
  ],
};

const project = (displayName, testRegex, extra = {}) => ({
  displayName,
  rootDir: '.',
  testRegex,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...extra,
});

const withDatabase = {
  globalSetup: '<rootDir>/test/support/start-postgres.ts',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
};

/** One service and one browser for all page tests. */
const withBrowser = {
  globalSetup: '<rootDir>/test/browser/kit/start-run.ts',
  globalTeardown: '<rootDir>/test/browser/kit/stop-run.ts',
};

export default {
  // a machine that is busy with something else is no fault of a test; what hangs is found all the same
  testTimeout: 60_000,
  projects: [
    project('unit', ['/src/.*\\.spec\\.ts$', '/test/(boundaries|mails)/.*\\.spec\\.ts$']),
    project('integration', ['/src/.*\\.int-spec\\.ts$', '/test/faults/.*\\.int-spec\\.ts$'], withDatabase),
    // the same tests, those of the features dealt to a few files: `npm run test:integration`
    project(
      'integration-parts',
      [
        '/test/integration/.*\\.int-part\\.ts$',
        '/src/platform/.*\\.int-spec\\.ts$',
        '/test/faults/.*\\.int-spec\\.ts$',
      ],
      withDatabase,
    ),
    project('evaluation', ['/test/evaluation/.*\\.int-spec\\.ts$']),
    project('e2e', ['/test/e2e/.*\\.e2e-spec\\.ts$'], withDatabase),
    project('browser', ['/test/browser/.*\\.e2e-spec\\.ts$'], withBrowser),
  ],
};
