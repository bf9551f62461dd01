/** One file of a made-up tree: what it imports is all it holds. */
export interface PlantedFile {
  readonly path: string;
  /** module specifiers; `type:` before one makes it `import type` */
  readonly imports: readonly string[];
  /** the rule that must object to this file; absent: the file is in order */
  readonly breaks?: string;
}

const features = [
  'accounts',
  'taxonomy',
  'organisations',
  'opportunities',
  'ingest',
  'matching',
  'consortia',
  'introductions',
  'digests',
  'insights',
  'evaluation',
  'ranking',
  'eligibility',
];

/** Packages of the made-up tree: shipped, for development, and one that nobody declared. */
export const packages = {
  dependencies: [
    '@fastify/static',
    '@nestjs/common',
    '@nestjs/swagger',
    'bullmq',
    'class-transformer',
    'class-validator',
    'fastify',
    'ioredis',
    'mjml',
    'nodemailer',
    'highs',
    'prom-client',
    'pg',
    'snowball-stemmers',
    'typeorm',
    'yaml',
  ],
  devDependencies: ['fast-check', 'jest'],
  undeclared: ['undeclared'],
};

/** Every feature with a face and one inner file, and a few parts that others reach for. */
const ground: readonly PlantedFile[] = [
  ...features.flatMap((feature) => [
    { path: `src/${feature}/index.ts`, imports: ['./inner.js'] },
    { path: `src/${feature}/inner.ts`, imports: [] },
  ]),
  { path: 'src/ranking/text/index.ts', imports: [] },
  { path: 'src/organisations/organisation.entity.ts', imports: ['typeorm'] },
  { path: 'src/organisations/organisation.dto.ts', imports: ['class-validator', 'class-transformer'] },
  { path: 'src/organisations/organisations.controller.ts', imports: ['@nestjs/common', 'fastify'] },
  { path: 'src/platform/clock.ts', imports: ['node:crypto'] },
  {
    path: 'src/app/wiring.ts',
    imports: ['../matching/index.js', '../platform/clock.js', '../ranking/index.js'],
  },
  { path: 'web/src/page.ts', imports: [] },
  { path: 'web/src/app/session/use-me.ts', imports: [] },
  { path: 'web/src/places/members/member-page.ts', imports: ['../../app/session/use-me.js'] },
  { path: 'test/support/kit.ts', imports: ['jest'] },
];

/** The far sides of cycles, which are reported once, where they are entered first. */
const farSides: readonly PlantedFile[] = [
  { path: 'src/accounts/b.ts', imports: ['./c.js'] },
  { path: 'src/accounts/c.ts', imports: ['./a.js'] },
  { path: 'src/accounts/e.ts', imports: ['./d.js'] },
];

/** Imports that the rules must let pass: a rule that forbids everything would pass the other half of this test. */
const allowed: readonly PlantedFile[] = [
  { path: 'src/main.ts', imports: ['./app/wiring.js', './matching/index.js'] },
  { path: 'src/cli.ts', imports: ['./app/wiring.js', './platform/clock.js'] },
  { path: 'src/taxonomy/tag.ts', imports: ['../ranking/text/index.js'] },
  { path: 'src/ranking/stem.ts', imports: ['snowball-stemmers'] },
  { path: 'src/ranking/stem.spec.ts', imports: ['fast-check', 'node:fs', './stem.js'] },
  { path: 'src/eligibility/rules.ts', imports: ['yaml'] },
  {
    path: 'src/ingest/apply.ts',
    imports: ['@nestjs/common', '../platform/clock.js', '../organisations/index.js'],
  },
  { path: 'src/ingest/import.store.ts', imports: ['typeorm', 'pg'] },
  { path: 'src/ingest/import.int-spec.ts', imports: ['typeorm', '../../test/support/kit.js'] },
  { path: 'src/matching/score.processor.ts', imports: ['bullmq'] },
  { path: 'src/platform/queue/backend.ts', imports: ['bullmq', 'ioredis'] },
  { path: 'src/platform/mail/send.ts', imports: ['mjml', 'nodemailer'] },
  { path: 'migrations/1-schema.ts', imports: ['typeorm'] },
  // types that name each other are no cycle at run time
  { path: 'src/accounts/left.ts', imports: ['type:./right.js'] },
  { path: 'src/accounts/right.ts', imports: ['./left.js'] },
];

/** For each feature, one that it may not use; `platform` and the roots are tried on `accounts`. */
const forbiddenUse: Readonly<Record<string, string>> = {
  accounts: 'organisations',
  taxonomy: 'accounts',
  organisations: 'matching',
  sources: 'opportunities',
  opportunities: 'organisations',
  federation: 'matching',
  ingest: 'matching',
  matching: 'ingest',
  consortia: 'introductions',
  introductions: 'matching',
  ideas: 'digests',
  digests: 'ingest',
  evaluation: 'organisations',
  ranking: 'taxonomy',
  eligibility: 'opportunities',
};

const foreign: readonly PlantedFile[] = Object.entries(forbiddenUse).flatMap(([feature, used]) => [
  { path: `src/${feature}/foreign.ts`, imports: [`../${used}/index.js`], breaks: `may-use-${feature}` },
  {
    path: `src/${feature}/foreign-type.ts`,
    imports: [`type:../${used}/index.js`],
    breaks: `may-use-${feature}`,
  },
]);

const broken: readonly PlantedFile[] = [
  { path: 'src/accounts/a.ts', imports: ['./b.js'], breaks: 'no-cycles' },
  { path: 'src/accounts/d.ts', imports: ['type:./e.js', './e.js'], breaks: 'no-cycles' },
  { path: 'src/accounts/nowhere.ts', imports: ['./no-such-file.js'], breaks: 'resolves' },
  { path: 'src/accounts/no-package.ts', imports: ['no-such-package'], breaks: 'resolves' },
  { path: 'src/helpers/format.ts', imports: [], breaks: 'listed-feature' },
  { path: 'src/helpers.ts', imports: [], breaks: 'listed-feature' },
  { path: 'src/matching/deep.ts', imports: ['../organisations/inner.js'], breaks: 'face-only' },
  { path: 'src/matching/deep-type.ts', imports: ['type:../organisations/inner.js'], breaks: 'face-only' },
  { path: 'src/matching/deep.int-spec.ts', imports: ['../organisations/inner.js'], breaks: 'face-only' },
  { path: 'src/app/deep.ts', imports: ['../organisations/organisation.entity.js'], breaks: 'face-only' },
  {
    path: 'src/app/entities.ts',
    imports: ['../organisations/organisation.entity.js', '../organisations/index.js'],
    breaks: 'entities-only',
  },
  { path: 'src/insights/root.ts', imports: ['../app/wiring.js'], breaks: 'may-use-insights' },
  { path: 'src/insights/root-type.ts', imports: ['type:../app/wiring.js'], breaks: 'may-use-insights' },
  ...foreign,
  { path: 'src/taxonomy/whole.ts', imports: ['../ranking/index.js'], breaks: 'may-use-taxonomy' },
  { path: 'src/ranking/node.ts', imports: ['node:fs'], breaks: 'pure-core-ranking' },
  { path: 'src/ranking/framework.ts', imports: ['type:@nestjs/common'], breaks: 'pure-core-ranking' },
  { path: 'src/ranking/below.ts', imports: ['type:../platform/clock.js'], breaks: 'pure-core-ranking' },
  { path: 'src/eligibility/stems.ts', imports: ['snowball-stemmers'], breaks: 'pure-core-eligibility' },
  { path: 'src/eligibility/clock.ts', imports: ['../platform/clock.js'], breaks: 'pure-core-eligibility' },
  ...['typeorm', 'bullmq', 'ioredis', 'pg', 'class-validator', 'class-transformer', 'fastify'].flatMap(
    (name) => [
      { path: `src/organisations/plain-${name}.ts`, imports: [name], breaks: 'plain-domain' },
      { path: `src/organisations/plain-${name}-type.ts`, imports: [`type:${name}`], breaks: 'plain-domain' },
    ],
  ),
  { path: 'src/organisations/swagger.ts', imports: ['@nestjs/swagger'], breaks: 'plain-domain' },
  { path: 'src/organisations/static.ts', imports: ['@fastify/static'], breaks: 'plain-domain' },
  {
    path: 'src/organisations/row.ts',
    imports: ['type:./organisation.entity.js'],
    breaks: 'plain-domain-roles',
  },
  { path: 'src/organisations/message.ts', imports: ['./organisation.dto.js'], breaks: 'plain-domain-roles' },
  {
    path: 'src/organisations/route.ts',
    imports: ['./organisations.controller.js'],
    breaks: 'plain-domain-roles',
  },
  { path: 'src/matching/work.ts', imports: ['./score.processor.js'], breaks: 'plain-domain-roles' },
  { path: 'src/platform/knows.ts', imports: ['../organisations/index.js'], breaks: 'platform-below' },
  {
    path: 'src/platform/knows-type.ts',
    imports: ['type:../organisations/index.js'],
    breaks: 'platform-below',
  },
  { path: 'src/platform/wired.ts', imports: ['../app/wiring.js'], breaks: 'platform-below' },
  { path: 'web/src/inside.ts', imports: ['type:../../src/organisations/index.js'], breaks: 'web-apart' },
  { path: 'src/app/pages.ts', imports: ['../../web/src/page.js'], breaks: 'web-apart' },
  {
    path: 'web/src/places/radar/reach.ts',
    imports: ['../members/member-page.js'],
    breaks: 'places-apart',
  },
  {
    path: 'web/src/app/session/reach.ts',
    imports: ['../../places/members/member-page.js'],
    breaks: 'places-apart',
  },
  { path: 'web/src/parts/knows.ts', imports: ['../app/session/use-me.js'], breaks: 'parts-below' },
  { path: 'src/app/kit.ts', imports: ['type:../../test/support/kit.js'], breaks: 'product-apart' },
  { path: 'src/app/spec.ts', imports: ['../ranking/stem.spec.js'], breaks: 'product-apart' },
  { path: 'src/app/brought-along.ts', imports: ['undeclared'], breaks: 'declared-packages' },
  { path: 'src/app/tool.ts', imports: ['jest'], breaks: 'shipped-packages' },
  { path: 'src/matching/query.processor.ts', imports: ['typeorm'], breaks: 'confined-typeorm' },
  { path: 'src/app/query.ts', imports: ['type:typeorm'], breaks: 'confined-typeorm' },
  { path: 'src/accounts/users.controller.ts', imports: ['pg'], breaks: 'confined-pg' },
  { path: 'src/matching/enqueue.store.ts', imports: ['bullmq'], breaks: 'confined-bullmq' },
  { path: 'src/app/enqueue.ts', imports: ['type:bullmq'], breaks: 'confined-bullmq' },
  { path: 'src/platform/cache.ts', imports: ['ioredis'], breaks: 'confined-ioredis' },
  { path: 'src/digests/send.processor.ts', imports: ['nodemailer'], breaks: 'confined-nodemailer' },
  { path: 'src/consortia/board/solve.ts', imports: ['highs'], breaks: 'confined-highs' },
  { path: 'src/digests/layout.ts', imports: ['mjml'], breaks: 'confined-mjml' },
  { path: 'src/matching/count.ts', imports: ['prom-client'], breaks: 'confined-prom-client' },
];

export const plantedFiles: readonly PlantedFile[] = [...ground, ...farSides, ...allowed, ...broken];
