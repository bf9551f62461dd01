import { AppError } from '../errors/app-error.js';

/** What the service can be told from outside, read once at start. */
export interface Settings {
  /** null: the embedded PostgreSQL */
  readonly databaseUrl: string | null;
  /** the owner's login, for `tessera migrate` alone */
  readonly databaseAdminUrl: string | null;
  /** null: the queue runs on PostgreSQL */
  readonly redisUrl: string | null;
  /** folder of the embedded database and the snapshots; null: `.data` beside package.json */
  readonly dataFolder: string | null;
  readonly host: string;
  /** null: 3000, or the next free one */
  readonly port: number | null;
  /** port of the figures for Prometheus; null: none are served */
  readonly metricsPort: number | null;
  /** load the demonstration set at the first start on the embedded database */
  readonly demo: boolean;
  /** in earnest: the demonstration set is refused */
  readonly production: boolean;
  /** null: mails are kept in a mailbox in the database */
  readonly smtpUrl: string | null;
  /** the address mails come from */
  readonly mailFrom: string;
  /** where reports of what did not arrive come to; null: to `mailFrom` */
  readonly mailBounces: string | null;
  /** outside production: who gets mail all the same, as addresses or `@domain` */
  readonly mailAllow: readonly string[];
  /** what whoever brings reports of what did not arrive shows; null: none are taken */
  readonly mailHookSecret: string | null;
  /** hosts in the operator's own network that webhooks may reach: `hooks.example.org`, `10.0.0.5:8443` */
  readonly webhookHosts: readonly string[];
  /** how mails are signed; null: they are not, or the mail server does it */
  readonly mailDkim: { readonly selector: string; readonly keyFile: string } | null;
  /** the address under which people reach the service, without a slash at its end; null: where it listens */
  readonly publicUrl: string | null;
  /** file that lists who else may say who people are; null: nobody */
  readonly providersFile: string | null;
  readonly logLevel: LogLevel;
  /** whom the portal can write to; null: its search is not asked */
  readonly contact: string | null;
  /** sources of open data that the service renews by itself */
  readonly sync: readonly SyncName[];
  /** rank anew by itself when what the ranking reads has changed */
  readonly autoScore: boolean;
  /** what kinds keep of every prefix of a list of partners, where it differs from the model's; `off`: nothing */
  readonly fairShares: Partial<Record<FairKind, number>> | 'off';
  /** endpoint in the OpenAI format that makes vectors of texts; null: none is asked */
  readonly embeddingUrl: string | null;
  /** the model it is asked for */
  readonly embeddingModel: string;
  /** what it is shown as a bearer token; null: nothing */
  readonly embeddingKey: string | null;
}

export const logLevels = ['error', 'warn', 'log', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export const syncNames = ['portal', 'partner-search', 'cordis'] as const;
export type SyncName = (typeof syncNames)[number];

/** Kinds of organisation that lists of partners look after. */
export const fairKinds = ['sme', 'company', 'newcomer'] as const;
export type FairKind = (typeof fairKinds)[number];

/** One variable: how it is written, what it means and what it is when absent. */
export interface Variable<T> {
  readonly name: string;
  readonly meaning: string;
  readonly fallback: string;
  readonly secret: boolean;
  readonly read: (text: string | undefined) => T;
}

const text = (value: string | undefined): string | null => value ?? null;

/** The one schema: `tessera config` prints it, the README documents it, nothing else reads the environment. */
export const variables: { readonly [Field in keyof Settings]: Variable<Settings[Field]> } = {
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL of the service, as role tessera_app',
    fallback: 'embedded PostgreSQL in TESSERA_DATA',
    secret: true,
    read: text,
  },
  databaseAdminUrl: {
    name: 'DATABASE_ADMIN_URL',
    meaning: 'the same database as its owner; read by `tessera migrate` alone',
    fallback: 'none',
    secret: true,
    read: text,
  },
  redisUrl: {
    name: 'REDIS_URL',
    meaning: 'Redis of the queue (`maxmemory-policy noeviction`, `appendonly yes`)',
    fallback: 'the queue runs on PostgreSQL',
    secret: true,
    read: text,
  },
  dataFolder: {
    name: 'TESSERA_DATA',
    meaning: 'folder of the embedded database and of the snapshot files',
    fallback: '.data in the project folder',
    secret: false,
    read: text,
  },
  host: {
    name: 'HOST',
    meaning: 'address to listen on; only a loopback address',
    fallback: '127.0.0.1',
    secret: false,
    read: (value) => value ?? '127.0.0.1',
  },
  port: {
    name: 'PORT',
    meaning: 'port to listen on; refused when taken',
    fallback: '3000, or the next free one',
    secret: false,
    read: (value) => (value === undefined ? null : wholeNumber('PORT', value, 0, 65_535)),
  },
  metricsPort: {
    name: 'METRICS_PORT',
    meaning: 'port of /metrics for Prometheus, on the same address; refused when taken',
    fallback: 'no metrics are served',
    secret: false,
    read: (value) => (value === undefined ? null : wholeNumber('METRICS_PORT', value, 0, 65_535)),
  },
  demo: {
    name: 'TESSERA_DEMO',
    meaning:
      '`on` or `off`: on the embedded database, load the demonstration set, and its people, at the first start',
    fallback: 'on',
    secret: false,
    read: (value) => oneOf('TESSERA_DEMO', value ?? 'on', ['on', 'off']) === 'on',
  },
  production: {
    name: 'NODE_ENV',
    meaning: '`production`: the demonstration set and its sign-ins are refused',
    fallback: 'not in production',
    secret: false,
    read: (value) => value === 'production',
  },
  smtpUrl: {
    name: 'SMTP_URL',
    meaning: 'mail server: `smtps://user:password@host`',
    fallback: 'mails are kept in a mailbox, which the service shows',
    secret: true,
    read: text,
  },
  mailFrom: {
    name: 'MAIL_FROM',
    meaning: 'address that mails come from, in a domain that the mail server may speak for',
    fallback: 'tessera@localhost',
    secret: false,
    read: (value) => value ?? 'tessera@localhost',
  },
  mailBounces: {
    name: 'MAIL_BOUNCES',
    meaning:
      'address that takes reports of what did not arrive; `bounces@example.org` becomes `bounces+<id>@example.org`',
    fallback: 'MAIL_FROM',
    secret: false,
    read: text,
  },
  mailAllow: {
    name: 'MAIL_ALLOW',
    meaning: 'outside production, who gets mail through SMTP_URL all the same: addresses, or `@example.org`',
    fallback: 'nobody: mails are kept in the mailbox',
    secret: false,
    read: words,
  },
  webhookHosts: {
    name: 'TESSERA_WEBHOOK_HOSTS',
    meaning:
      'hosts of your own network that webhooks of clusters may reach, such as `hooks.example.org` or `10.0.0.5:8443`',
    fallback: 'none: public addresses only',
    secret: false,
    read: words,
  },
  mailHookSecret: {
    name: 'MAIL_HOOK_SECRET',
    meaning:
      'what whoever posts reports of what did not arrive to `/api/v1/mail/reports` shows: `Bearer <secret>`',
    fallback: 'no reports are taken',
    secret: true,
    read: text,
  },
  mailDkim: {
    name: 'MAIL_DKIM',
    meaning: 'selector and key file that mails are signed with: `tessera2026:/run/secrets/dkim.pem`',
    fallback: 'mails are not signed here',
    secret: false,
    read: dkim,
  },
  publicUrl: {
    name: 'TESSERA_URL',
    meaning: 'address under which people reach the service: the links in mails lead there',
    fallback: 'the address it listens on',
    secret: false,
    read: (value) => value?.replace(/\/+$/, '') ?? null,
  },
  providersFile: {
    name: 'TESSERA_PROVIDERS',
    meaning:
      'file that lists the providers of OpenID Connect that people may sign in by; see docs/operations.md',
    fallback: 'none: people sign in here alone',
    secret: false,
    read: text,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: `one of ${logLevels.join(', ')}`,
    fallback: 'warn',
    secret: false,
    read: (value) => oneOf('LOG_LEVEL', value ?? 'warn', logLevels),
  },
  contact: {
    name: 'TESSERA_CONTACT',
    meaning: 'your mail address or https page, told to those whom `tessera sync` asks',
    fallback: 'the portal is not asked',
    secret: false,
    read: text,
  },
  sync: {
    name: 'TESSERA_SYNC',
    meaning: `\`on\`, or some of ${syncNames.join(', ')}: what a worker renews by itself, at night`,
    fallback: 'nothing: no address outside is asked unless somebody says so',
    secret: false,
    read: syncList,
  },
  autoScore: {
    name: 'TESSERA_AUTO_SCORE',
    meaning: '`on` or `off`: a worker ranks anew by itself when calls or evidence have changed',
    fallback: 'on',
    secret: false,
    read: (value) => oneOf('TESSERA_AUTO_SCORE', value ?? 'on', ['on', 'off']) === 'on',
  },
  fairShares: {
    name: 'TESSERA_FAIR',
    meaning:
      '`sme=0.17,company=0.24,newcomer=0.05`: what these keep of the first places of every list of partners; `off`: lists are by score alone',
    fallback: 'what the consortia had that answered calls like it',
    secret: false,
    read: fairShares,
  },
  embeddingUrl: {
    name: 'TESSERA_EMBEDDING_URL',
    meaning:
      'endpoint in the OpenAI format that makes vectors of texts, such as `http://127.0.0.1:8080/v1/embeddings`: it is sent calls, ideas and evidence, members’ own among them',
    fallback: 'none: no text is sent anywhere',
    secret: false,
    read: embeddingUrl,
  },
  embeddingModel: {
    name: 'TESSERA_EMBEDDING_MODEL',
    meaning: 'the model that endpoint is asked for',
    fallback: '`default`',
    secret: false,
    read: (value) => value ?? 'default',
  },
  embeddingKey: {
    name: 'TESSERA_EMBEDDING_KEY',
    meaning: 'what that endpoint is shown as a bearer token',
    fallback: 'nothing',
    secret: true,
    read: text,
  },
};

/**
 * @throws {AppError} `config.invalid`, naming the variable and what it may be; never the value of a secret
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const entries = Object.entries(variables).map(([field, variable]) => {
    const value = environment[variable.name]?.trim();
    return [field, variable.read(value === '' ? undefined : value)] as const;
  });
  return Object.freeze(Object.fromEntries(entries)) as unknown as Settings;
}

/** `one, two` */
function words(value: string | undefined): readonly string[] {
  return (value ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== '');
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw invalid(name, value, `a whole number from ${least} to ${most}`);
  }
  return number;
}

/** `selector:file` */
function dkim(value: string | undefined): Settings['mailDkim'] {
  if (value === undefined) return null;
  const [, selector, keyFile] = /^([a-z0-9][a-z0-9.-]{0,62}):(.+)$/i.exec(value) ?? [];
  if (selector === undefined || keyFile === undefined)
    throw invalid('MAIL_DKIM', value, 'a selector, a colon and the path of a PEM file');
  return { selector, keyFile };
}

/** `portal, cordis`; `on` is all, `off` none. */
function syncList(value: string | undefined): readonly SyncName[] {
  if (value === undefined || value.toLowerCase() === 'off') return [];
  if (value.toLowerCase() === 'on') return syncNames;
  const names = value.split(/[\s,]+/).filter((name) => name !== '');
  return [...new Set(names.map((name) => oneOf('TESSERA_SYNC', name, syncNames)))];
}

function embeddingUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw invalid(
      'TESSERA_EMBEDDING_URL',
      value.slice(0, 80),
      'an http or https address without a password in it',
    );
  return url.href;
}

/** Greatest share that one kind can be given: a list is not made of those it looks after. */
const greatestShare = 0.5;

/** `sme=0.2, newcomer=0.1`; what is not named stays as the model has it. */
function fairShares(value: string | undefined): Settings['fairShares'] {
  if (value === undefined) return {};
  if (value.toLowerCase() === 'off') return 'off';
  const entries = value.split(',').map((part) => {
    const [name, share, ...more] = part.split('=').map((word) => word.trim());
    const number = share === undefined || share === '' ? Number.NaN : Number(share);
    if (more.length > 0 || !(number >= 0 && number <= greatestShare))
      throw invalid('TESSERA_FAIR', part, `a kind and its share, up to ${greatestShare}, such as sme=0.17`);
    return [oneOf('TESSERA_FAIR', name ?? '', fairKinds), number] as const;
  });
  return Object.fromEntries(entries);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((option) => option === value.toLowerCase());
  if (found === undefined) throw invalid(name, value, `one of ${allowed.join(', ')}`);
  return found;
}

function invalid(name: string, value: string, wanted: string): AppError {
  return new AppError('config.invalid', 'invalid', `${name} is "${value}": it must be ${wanted}`, {
    context: { variable: name },
  });
}
