/**
 * What the Compose specification asks of a file, as far as ours uses it: names, kinds of value, and that whatever one
 * part names exists in another. Every key that it does not list is a problem.
 */
type Value = unknown;
type Rule = (value: Value) => string | null;

const text: Rule = (value) => (typeof value === 'string' && value !== '' ? null : 'must be a text');
const truth: Rule = (value) => (typeof value === 'boolean' ? null : 'must be true or false');
const count: Rule = (value) =>
  Number.isInteger(value) && (value as number) > 0 ? null : 'must be a whole number above 0';
const matches =
  (pattern: RegExp, what: string): Rule =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? null : `must be ${what}`;
const duration = matches(/^(\d+(us|ms|s|m|h))+$/, 'a duration such as 10s');
const listOf =
  (rule: Rule): Rule =>
  (value) =>
    Array.isArray(value) ? (value.map(rule).find((problem) => problem !== null) ?? null) : 'must be a list';
const mapOf =
  (rule: Rule): Rule =>
  (value) =>
    isMap(value)
      ? (Object.values(value)
          .map(rule)
          .find((problem) => problem !== null) ?? null)
      : 'must be a map';
const oneOf =
  (...allowed: string[]): Rule =>
  (value) =>
    allowed.includes(value as string) ? null : `must be one of ${allowed.join(', ')}`;
const healthTest: Rule = (value) =>
  Array.isArray(value) && ['CMD', 'CMD-SHELL', 'NONE'].includes(value[0] as string) && value.length > 1
    ? listOf(text)(value)
    : 'must start with CMD or CMD-SHELL';

const healthcheck: Readonly<Record<string, Rule>> = {
  test: healthTest,
  interval: duration,
  timeout: duration,
  start_period: duration,
  retries: count,
};
const service: Readonly<Record<string, Rule>> = {
  build: text,
  image: matches(/^[a-z0-9./-]+:[\w.-]+$/, 'an image with its tag'),
  command: listOf(text),
  restart: oneOf('no', 'always', 'on-failure', 'unless-stopped'),
  init: truth,
  read_only: truth,
  tmpfs: listOf(matches(/^\//, 'an absolute path')),
  cap_drop: listOf(text),
  security_opt: listOf(text),
  network_mode: oneOf('host', 'bridge', 'none'),
  shm_size: matches(/^\d+(b|k|m|g|kb|mb|gb)$/, 'a size such as 256mb'),
  stop_grace_period: duration,
  environment: mapOf(text),
  volumes: listOf(matches(/^(\.{1,2}\/[\w./-]+|[a-z][\w-]*):\/[\w./-]+(:ro)?$/, 'source:/target')),
  ports: listOf(matches(/^127\.0\.0\.1:\d+:\d+$/, 'address:port:port on the loopback address')),
  healthcheck: (value) => problemsOf(value, healthcheck, '')[0] ?? null,
  depends_on: mapOf(
    (value) =>
      problemsOf(
        value,
        {
          condition: oneOf('service_started', 'service_healthy', 'service_completed_successfully'),
        },
        '',
      )[0] ?? null,
  ),
  deploy: (value) => problemsOf(value, { replicas: count }, '')[0] ?? null,
};

/** Everything wrong with a compose file, one line each: `services.api.ports: must be …`. */
export function composeProblems(file: Value): string[] {
  const top = problemsOf(file, { name: text, services: mapOf(() => null), volumes: mapOf(() => null) }, '');
  if (top.length > 0 || !isMap(file) || !isMap(file['services'])) return top;
  const { services, volumes = {} } = file as { services: Services; volumes?: object };
  return Object.entries(services).flatMap(([name, one]) => [
    ...problemsOf(one, service, `services.${name}.`),
    ...referenceProblems(name, one, services, Object.keys(volumes)),
  ]);
}

type Services = Readonly<Record<string, Readonly<Record<string, Value>>>>;

function referenceProblems(
  name: string,
  { image, build, volumes, ports, network_mode: network, depends_on: needs }: Services[string],
  services: Services,
  known: readonly string[],
): string[] {
  const problems = [
    image === undefined && build === undefined && 'neither image nor build',
    network === 'host' && ports !== undefined && 'ports have no meaning on the host’s network',
    ...((volumes ?? []) as string[])
      .map((volume) => volume.split(':')[0] ?? '')
      .map((source) => !source.startsWith('.') && !known.includes(source) && `no volume ${source}`),
    ...Object.entries((needs ?? {}) as Record<string, { condition: string }>).map(([needed, { condition }]) =>
      waitingProblem(needed, condition, services),
    ),
  ];
  return problems.flatMap((problem) => (problem === false ? [] : [`services.${name}: ${problem}`]));
}

function waitingProblem(needed: string, condition: string, services: Services): string | false {
  const other = services[needed];
  if (!other) return `no service ${needed}`;
  if (condition === 'service_healthy' && other['healthcheck'] === undefined)
    return `${needed} has no healthcheck`;
  return (
    condition === 'service_completed_successfully' && other['restart'] !== 'no' && `${needed} never ends`
  );
}

function problemsOf(value: Value, rules: Readonly<Record<string, Rule>>, path: string): string[] {
  if (!isMap(value)) return [`${path}must be a map`];
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('x-'))
    .flatMap(([key, held]) => {
      const rule = rules[key];
      const problem = rule ? rule(held) : 'is no key of the specification that we know';
      return problem === null ? [] : [`${path}${key}: ${problem}`];
    });
}

function isMap(value: Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
