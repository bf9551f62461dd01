import { confined, framework, mayUse, outerRoles, pureCores, roles, tests } from './boundaries.map.mjs';

const either = (names) => `(?:${names.join('|')})`;
const suffixed = (names) => `\\.${either(names)}\\.ts$`;
const packages = (names) => `^node_modules/(?:@types/)?${either(names)}(?:/|$)`;
const face = (feature) => `^src/${feature}/index\\.ts$`;

const features = Object.keys(mayUse);
const cores = Object.keys(pureCores);
const testFiles = suffixed(tests);
const parts = [...new Set(Object.values(mayUse).flat())].filter((name) => name.includes('/'));

/** Deny by default: of src/, a feature sees itself, the platform and what the map lists. */
const mayUseRules = features.map((feature) => ({
  name: `may-use-${feature}`,
  comment: `src/${feature} uses ${mayUse[feature].join(', ') || 'no other feature'} (boundaries.map.mjs)`,
  severity: 'error',
  from: { path: `^src/${feature}/` },
  to: {
    path: '^src/',
    pathNot: [`^src/${either([feature, 'platform'])}/`, ...mayUse[feature].map((used) => `^src/${used}/`)],
  },
}));

const pureCoreRules = cores.map((core) => ({
  name: `pure-core-${core}`,
  comment: `src/${core} could stand alone: nothing from outside but ${pureCores[core].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${core}/`, pathNot: testFiles },
  to: { pathNot: [`^src/${core}/`, packages(pureCores[core])] },
}));

const confinedRules = Object.entries(confined).map(([name, home]) => ({
  name: `confined-${name}`,
  comment: `${name} lives in ${[...home.roles.map((role) => `*.${role}.ts`), ...home.folders].join(', ')}`,
  severity: 'error',
  from: {
    path: '^(?:src|migrations)/',
    pathNot: [
      testFiles,
      ...home.folders.map((folder) => `^${folder}`),
      ...(home.roles.length > 0 ? [suffixed(home.roles)] : []),
    ],
  },
  to: { path: packages([name]) },
}));

const plainFiles = {
  path: `^src/${either(features)}/`,
  pathNot: [suffixed(roles), testFiles],
};

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'modules that need each other at run time load in an order nobody chose',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'listed-feature',
      comment: 'a folder of src/ that boundaries.map.mjs does not know has no rules: list it first',
      severity: 'error',
      // "fewer than 100 users" is how this tool selects a file that need not import anything; a used one breaks may-use
      module: {
        path: '^src/',
        pathNot: [`^src/${either([...features, 'platform', 'app'])}/`, '^src/(?:main|cli)\\.ts$'],
        numberOfDependentsLessThan: 100,
      },
      from: {},
    },
    {
      name: 'face-only',
      comment: "another feature's inside: import its index.ts, or ask for a name on that face",
      severity: 'error',
      from: { path: '^src/([^/]+)', pathNot: '^src/app/entities\\.ts$' },
      to: {
        path: `^src/${either(features)}/`,
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', ...parts.map(face)],
      },
    },
    {
      name: 'entities-only',
      comment: 'the list of rows that the data source is given reaches past the faces, for rows alone',
      severity: 'error',
      from: { path: '^src/app/entities\\.ts$' },
      to: { path: '^src/', pathNot: ['\\.entity\\.ts$', '^src/platform/'] },
    },
    ...mayUseRules,
    ...pureCoreRules,
    {
      name: 'plain-domain',
      comment:
        'a file without a role suffix is domain code: no framework, store, queue or message class in it',
      severity: 'error',
      from: plainFiles,
      to: { path: packages(framework) },
    },
    {
      name: 'plain-domain-roles',
      comment: 'a file without a role suffix does not lean on rows, messages, routes or jobs',
      severity: 'error',
      from: { ...plainFiles, pathNot: [...plainFiles.pathNot, '/index\\.ts$'] },
      to: { path: `^src/.*${suffixed(outerRoles)}` },
    },
    {
      name: 'platform-below',
      comment: 'src/platform knows no feature and no composition root',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'web-apart',
      comment: 'the pages know the service by its OpenAPI file alone, and the service knows no page',
      severity: 'error',
      from: { path: '^(web|src)/' },
      to: { path: '^(?:web|src)/', pathNot: '^$1/' },
    },
    {
      name: 'places-apart',
      comment: 'a place of the pages is entered by its address; only the router knows its routes.ts',
      severity: 'error',
      from: { path: '^web/src/(?:places/([^/]+)|api|parts|app/[^/]+)/' },
      to: { path: '^web/src/places/', pathNot: '^web/src/places/$1/' },
    },
    {
      name: 'parts-below',
      comment: 'what the places share knows the interface and nothing above it',
      severity: 'error',
      from: { path: '^web/src/(?:parts|api)/' },
      to: { path: '^web/src/', pathNot: '^web/src/(?:parts|api)/' },
    },
    {
      name: 'product-apart',
      comment: 'what is shipped does not import tests, benches or scripts',
      severity: 'error',
      from: { path: '^(?:src|migrations)/', pathNot: testFiles },
      to: { path: ['^(?:test|bench|scripts)/', testFiles] },
    },
    {
      name: 'declared-packages',
      comment: 'a package is used by its own entry in package.json, not because another one brought it along',
      severity: 'error',
      from: { path: '^(?:src|migrations|web|test|bench|scripts|bin)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shipped-packages',
      comment: 'what is shipped needs nothing from devDependencies',
      severity: 'error',
      from: { path: '^(?:src|migrations|web/src)/', pathNot: testFiles },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...confinedRules,
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
