import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { composeProblems } from './compose-rules.js';
import { readSettings, variables } from '../../src/platform/config/settings.js';
import { connectionSettings } from '../../src/platform/database/connection-settings.js';

const repository = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(repository, path), 'utf8');

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly network_mode?: string;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Readonly<Record<'api' | 'worker' | 'migrate' | 'postgres' | 'redis', Service>>;
};
const { services } = compose;
const ours = (['api', 'worker', 'migrate'] as const).map((name) => ({ name, service: services[name] }));

/** What the service would see: every `${NAME}` filled in, and what may be left out left out. */
const filled = (service: Service) =>
  Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+:-\}/g, '').replace(/\$\{\w+[^}]*\}/g, 's3cret'),
    ]),
  );

describe('docker-compose.yml', () => {
  it('is what the Compose specification asks for, and names nothing that is not there', () => {
    expect(composeProblems(compose)).toEqual([]);
  });

  it.each([
    ['a key that nobody knows', { enviroment: {} }, 'services.api.enviroment: is no key'],
    ['a duration without its unit', { stop_grace_period: '40' }, 'must be a duration'],
    [
      'a number where a text belongs',
      { environment: { PORT: 3000 } },
      'services.api.environment: must be a text',
    ],
    ['a volume that is not declared', { volumes: ['nowhere:/data'] }, 'no volume nowhere'],
    [
      'a service that is not there',
      { depends_on: { db: { condition: 'service_started' } } },
      'no service db',
    ],
    [
      'waiting for the health of what has no check',
      { depends_on: { worker: { condition: 'service_healthy' } } },
      'worker has no healthcheck',
    ],
    [
      'waiting for the end of what never ends',
      { depends_on: { redis: { condition: 'service_completed_successfully' } } },
      'redis never ends',
    ],
    ['ports on the host’s network', { ports: ['127.0.0.1:1:1'] }, 'ports have no meaning'],
    ['an open port', { network_mode: 'bridge', ports: ['3000:3000'] }, 'on the loopback address'],
    ['a check that is no command', { healthcheck: { test: ['node', '-e', '1'] } }, 'must start with CMD'],
  ])('would not be with %s', (_what, changes, says) => {
    const planted = { ...compose, services: { ...services, api: { ...services.api, ...changes } } };
    expect(composeProblems(planted).join('\n')).toContain(says);
  });

  it.each(ours)('gives $name settings that the service knows and accepts', ({ service }) => {
    const known = Object.values(variables).map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(Object.keys(service.environment ?? {})));
    expect(() => readSettings(filled(service))).not.toThrow();
  });

  it.each(ours)('starts $name with a command of the terminal', ({ service }) => {
    expect(service.command).toEqual(expect.arrayContaining([expect.stringMatching(/^(start|migrate)$/)]));
  });

  it('lets only the migration know the owner', () => {
    const { DATABASE_ADMIN_URL: admin, ...rest } = filled(services.migrate);
    expect(connectionSettings('DATABASE_ADMIN_URL', admin ?? '').user).toBe('tessera_owner');
    expect(rest).toEqual({});
    for (const { service } of ours.filter(({ name }) => name !== 'migrate')) {
      const { DATABASE_URL: url, DATABASE_ADMIN_URL: none } = filled(service);
      expect(none).toBeUndefined();
      expect(connectionSettings('DATABASE_URL', url ?? '').user).toBe('tessera_app');
    }
  });

  it('publishes nothing to other machines', () => {
    for (const { ports = [] } of Object.values(services)) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
    expect(filled(services.api)['HOST']).toBe('127.0.0.1');
  });

  it('holds no secret: each comes from the environment, and none has a default', () => {
    const text = read('docker-compose.yml');
    expect(text).not.toMatch(/\$\{\w*(PASSWORD|SECRET)\w*:?-|\$\{\w+:?-[^}]/);
    for (const [, secret] of text.matchAll(/(?:PASSWORD: |\/\/\w*:)(\S+)/g)) expect(secret).toMatch(/^\$\{/);
  });

  it('makes Redis refuse writes rather than forget work', () => {
    expect(services.redis.command?.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/);
  });
});

describe('Dockerfile', () => {
  it('copies what exists', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) =>
      (paths ?? '').split(' '),
    );
    expect(copied).not.toHaveLength(0);
    expect(copied.filter((path) => !existsSync(resolve(repository, path)))).toEqual([]);
  });

  it('runs as an ordinary user on a supported Node', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
    for (const [, major] of read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)) {
      expect(Number(major)).toBeGreaterThanOrEqual(22);
    }
  });
});
