/**
 * Who may use whom: the one list from which the boundary rules are generated (.dependency-cruiser.mjs).
 *
 * A feature is a folder of src/ and is entered through its index.ts. What is not listed is forbidden. An entry
 * `feature/part` opens the face of that part alone: src/feature/part/index.ts. src/platform is open to all
 * features; src/app, src/main.ts and src/cli.ts wire everything together and are used by nobody.
 */
export const mayUse = {
  accounts: [],
  taxonomy: ['ranking/text'],
  organisations: ['accounts', 'taxonomy', 'taxonomy/reference'],
  sources: ['accounts'],
  opportunities: ['accounts', 'taxonomy', 'sources'],
  ingest: [
    'accounts',
    'taxonomy',
    'taxonomy/reference',
    'sources',
    'organisations',
    'organisations/facts',
    'opportunities',
  ],
  federation: ['accounts', 'taxonomy', 'organisations'],
  matching: ['accounts', 'taxonomy', 'sources', 'organisations', 'federation', 'opportunities', 'ranking'],
  consortia: [
    'accounts',
    'taxonomy',
    'organisations',
    'opportunities',
    'matching',
    'eligibility',
    'ranking/text',
  ],
  introductions: ['accounts', 'taxonomy', 'organisations', 'federation', 'opportunities', 'consortia'],
  ideas: ['accounts', 'organisations', 'matching', 'consortia', 'introductions'],
  digests: ['accounts', 'organisations', 'opportunities', 'matching', 'consortia', 'introductions'],
  insights: [
    'accounts',
    'taxonomy',
    'sources',
    'organisations',
    'federation',
    'opportunities',
    'ingest',
    'matching',
    'consortia',
    'introductions',
    'digests',
    'eligibility',
    'evaluation',
    'ranking',
  ],
  evaluation: ['ingest', 'taxonomy', 'ranking', 'ranking/text', 'matching', 'consortia'],
  ranking: [],
  eligibility: [],
};

/** Cores without framework, store or clock, and the small pure packages each may take. */
export const pureCores = {
  ranking: ['snowball-stemmers'],
  eligibility: ['yaml'],
};

/** What a file is, and so what it may import: its suffix. A file without one of these is plain domain code. */
export const roles = [
  'module',
  'controller',
  'dto',
  'store',
  'read-model',
  'entity',
  'job',
  'processor',
  'connector',
  'errors',
];

/** Files that test others: bound by who-may-use-whom, free to touch the packages their subject is confined to. */
export const tests = ['spec', 'int-spec', 'e2e-spec', 'contract'];

/** Packages that a plain file stays clear of: the framework, the store, the queue, validation of messages. */
export const framework = [
  'typeorm',
  'bullmq',
  'ioredis',
  'pg',
  'class-validator',
  'class-transformer',
  'fastify',
  '@fastify/[^/]+',
  '@nestjs/(?!common/)[^/]+',
];

/** Roles that a plain file stays clear of. */
export const outerRoles = ['entity', 'dto', 'controller', 'job', 'processor'];

/** Packages with one home each: file roles and folders that may import them. */
export const confined = {
  typeorm: { roles: ['entity', 'store', 'read-model'], folders: ['src/platform/database/', 'migrations/'] },
  pg: { roles: ['store', 'read-model'], folders: ['src/platform/'] },
  bullmq: { roles: ['job', 'processor'], folders: ['src/platform/queue/'] },
  ioredis: { roles: ['job', 'processor'], folders: ['src/platform/queue/'] },
  'prom-client': { roles: [], folders: ['src/platform/metrics/'] },
  nodemailer: { roles: [], folders: ['src/platform/mail/'] },
  highs: { roles: [], folders: ['src/consortia/assembly/'] },
  mjml: { roles: [], folders: ['src/platform/mail/'] },
};
