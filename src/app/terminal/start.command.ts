import type { INestApplicationContext } from '@nestjs/common';
import { Option, type Command } from 'commander';

import { Clock } from '../../platform/clock/clock.js';
import { listenOnFreePort, requireLoopback } from '../../platform/http/listen-address.js';
import type { Metrics } from '../../platform/metrics/metrics.js';
import type { StartOptions } from '../../platform/queue/queue-runtime.js';
import { WeeklyDigests } from '../../digests/index.js';
import { RequestScoreRun, WatchScoreRun } from '../../matching/index.js';
import { AppError } from '../../platform/errors/app-error.js';
import { readSettings } from '../../platform/config/settings.js';
import { openProgram, type Program } from '../program.js';
import { PublicAddress } from '../../platform/mail/index.js';
import { DemoPeople, demoPassword, type DemoSignIn } from '../demo/demo-people.js';
import { openApi, openService } from '../service.js';
import { serviceMetrics } from '../service-metrics.js';
import { progressBar, report, type Terminal } from './terminal.js';
import { firstStart } from './with-service.js';

type Role = 'all' | 'api' | 'worker';

/** What a worker does at a time, per queue. */
export const allWork: StartOptions = {
  roles: ['relay', 'workers', 'reconciler'],
  concurrency: { matching: 2, ingest: 1, mail: 1 },
};

export function addStartCommand(program: Command, terminal: Terminal): void {
  program
    .command('start')
    .description(
      'the service: API and worker on one port, with an embedded database where DATABASE_URL is not set',
    )
    .addOption(
      new Option('--role <role>', 'what this process does').choices(['all', 'api', 'worker']).default('all'),
    )
    .action(async ({ role }: { role: Role }) => {
      await start(role, terminal);
    });
}

async function start(role: Role, terminal: Terminal): Promise<void> {
  const { host, databaseUrl } = readSettings();
  requireLoopback(host);
  if (role === 'worker' && databaseUrl === null) throw workerAlone();
  const program = await openProgram({
    purpose: 'service',
    name: 'start',
    log: (line) => terminal.note(line),
    onLost: (error) => process.exit(report(error, terminal)),
  });
  const closing: (() => Promise<void>)[] = [() => program.close()];
  const stop = stopper(closing, terminal);
  try {
    await (role === 'worker' ? work(program, terminal, closing) : serve(role, program, terminal, closing));
  } catch (error) {
    await stop();
    throw error;
  }
}

const workerAlone = (): AppError =>
  new AppError(
    'start.worker-needs-database',
    'invalid',
    'the embedded database serves one process, which works too: run "tessera start" without --role, or set DATABASE_URL',
  );

async function work(program: Program, terminal: Terminal, closing: (() => Promise<void>)[]): Promise<void> {
  const service = await openService(program, {
    name: 'tessera-worker',
    statementTimeoutMs: 60_000,
    work: allWork,
  });
  closing.unshift(() => service.close());
  const metrics = serviceMetrics(service.app);
  closing.unshift(() => metrics.close());
  await listenForMetrics(metrics, program, terminal);
  terminal.print('Tessera worker is running. Stop it with Ctrl-C.');
}

async function serve(
  role: Role,
  program: Program,
  terminal: Terminal,
  closing: (() => Promise<void>)[],
): Promise<void> {
  const service = await openApi(program, {
    name: `tessera-${role}`,
    statementTimeoutMs: role === 'api' ? 10_000 : 60_000,
    ...(role === 'all' ? { work: allWork } : {}),
  });
  closing.unshift(() => service.close());
  const { app } = service;
  const metrics = serviceMetrics(app);
  closing.unshift(() => metrics.close());
  if (program.settings.metricsPort !== null) metrics.watchRequests(app.getHttpAdapter().getInstance());
  await app.init(); // starts this process's part in the work, which the first lists need before anybody is served
  const first = (await firstStart(program, app, terminal)) && role === 'all' ? await scoreDemo(app) : null;
  const people = await demoPeople(program, app);
  const { host, port } = program.settings;
  await listenOnFreePort(
    (candidate) => app.listen(candidate, host),
    port,
    (line) => terminal.note(line),
  );
  await listenForMetrics(metrics, program, terminal);
  const address = await app.getUrl();
  if (program.settings.publicUrl === null) app.get(PublicAddress).moveTo(byName(address));
  await program.embedded?.announce(address);
  terminal.print(welcome(address, people, program.open));
  if (first !== null) await tellWhenReady(app, first, terminal);
}

async function listenForMetrics(metrics: Metrics, { settings }: Program, terminal: Terminal): Promise<void> {
  const { host, metricsPort } = settings;
  if (metricsPort !== null) terminal.note(`Metrics are at ${await metrics.listen(host, metricsPort)}`);
}

/** Asks for the demonstration set's first lists; the first page shows how far they are. */
function scoreDemo(app: INestApplicationContext): Promise<string> {
  return app.get(RequestScoreRun).request(app.get(Clock).now());
}

/** Follows the first run. The service is up already, so nothing that happens to a look at the run may end it. */
async function tellWhenReady(app: INestApplicationContext, id: string, terminal: Terminal): Promise<void> {
  try {
    await followRun(app.get(WatchScoreRun), id, terminal);
    terminal.note('The first lists are ready.');
    const { chosen } = await app.get(WeeklyDigests).run(null, { whom: 'demonstration' });
    if (chosen > 0) terminal.note(`Digests for ${chosen} invented people are in the mailbox.`);
  } catch {
    terminal.settle(); // stopped meanwhile, or the database is away: the run goes on by itself
  }
}

/** Waits until a run has ended, showing how far it is. */
export async function followRun(watch: WatchScoreRun, id: string, terminal: Terminal): Promise<void> {
  for (;;) {
    const { run, progress } = await watch.one(id);
    if (run.state === 'done' || run.state === 'failed') break;
    const line =
      run.state === 'preparing'
        ? 'bringing the snapshot up to date'
        : progressBar(progress.done + progress.parked, progress.total, 'blocks', progress.secondsLeft);
    terminal.progress(line);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  terminal.settle();
}

/**
 * The demonstration's people, who exist on the embedded database alone.
 *
 * @throws {AppError} `demo.in-production`
 */
async function demoPeople(program: Program, app: INestApplicationContext): Promise<readonly DemoSignIn[]> {
  const people = app.get(DemoPeople);
  if (program.demonstration) return people.ensure();
  if (program.settings.production && (await people.exist())) {
    throw new AppError(
      'demo.in-production',
      'invalid',
      'NODE_ENV is "production" and the database holds the demonstration set, whose password everybody knows: ' +
        'run "tessera demo remove" first, or leave NODE_ENV out',
    );
  }
  return [];
}

const openToAll =
  'Until there is one, whoever asks from this machine without signing in is an officer of afil.';

/** Where people go, and what links in mails say: browsers tie no passkey to an IP address. */
const byName = (address: string): string => address.replace('//127.0.0.1:', '//localhost:');

function welcome(address: string, people: readonly DemoSignIn[], open: boolean): string {
  return [
    `Tessera is running at ${address}`,
    '',
    `Open ${byName(address)}/ in a browser.`,
    '',
    ...(people.length > 0
      ? demoSignIns(people)
      : ['Sign in with your account, or make one: tessera user create', ...(open ? [openToAll] : [])]),
    '',
    'For programs:',
    `  ${address}/api/v1/opportunities                                                what is open`,
    `  ${address}/api/v1/opportunities/HORIZON-CL4-2027-01-MAT-PROD-03/suggestions    partners, with reasons`,
    `  ${address}/api/docs                                                            everything it answers`,
    '  npm run --silent tessera -- suggest HORIZON-CL4-2027-01-MAT-PROD-03            the same in a terminal',
    '',
    'Stop it with Ctrl-C.',
  ].join('\n');
}

function demoSignIns(people: readonly DemoSignIn[]): string[] {
  return [
    'This is the demonstration: whoever asks without signing in is an officer of afil, until you make an account',
    `("tessera user create"). Its invented people, with the password "${demoPassword}":`,
    ...people.map(({ email, role }) => `  ${email.padEnd(28)}${role}`),
  ];
}

/** Closes once, in order, on Ctrl-C and on SIGTERM; a second Ctrl-C ends the process at once. */
function stopper(closing: readonly (() => Promise<void>)[], terminal: Terminal): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const close of closing) await close();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      terminal.note('Stopping: work in hand is finished or handed back.');
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  return stop;
}
