import type { HostileFile } from '../support/hostile/hostile-file.js';
import { hostileFiles } from '../support/hostile/hostile-files.js';
import { ServiceUnderWatch } from './hostile-files/service-under-watch.js';
import { percentile, SteadyRequests } from './hostile-files/steady-requests.js';
import { upload } from './hostile-files/upload.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** What the reading of one file may cost. */
const mostMegabytes = 512;
const mostSeconds = 30;
/** by how much the slowest hundredth of other requests may slow down meanwhile */
const mostSlower = 1.1;
/**
 * In milliseconds, what a difference must exceed to count. At quick size, beside whatever else the machine does, what
 * must be caught is a service that stands still while it reads.
 */
const unnoticed = { quick: 2_000, full: 5 };

/** Slow enough that a machine busy with other things keeps up: else every answer waits for the one before. */
const requestEveryMs = 50;

/** How many files are sent between two quiet stretches. */
const stretch = 10;

/** How long each of these is. */
const quietMs = 1_500;

interface MadeFile extends HostileFile {
  readonly made: ReturnType<HostileFile['content']>;
}

interface Seen {
  readonly file: string;
  readonly seconds: number;
  readonly megabytes: number;
  /** what is wrong with the answer; null where it is as it should be */
  readonly fault: string | null;
}

/**
 * Sends every hostile file to a running service, one after the other, while somebody else asks for lists at a steady
 * pace; in between nobody sends anything, which is what the pace is compared with.
 */
async function prove(
  files: readonly HostileFile[],
  unnoticedMs: number,
  { progress }: ProofContext,
): Promise<Finding> {
  const service = new ServiceUnderWatch();
  try {
    await service.open();
    const requests = new SteadyRequests(service.address, requestEveryMs);
    await requests.during(pause(2_000)); // the first requests warm it up
    service.forgetPeak();
    const seen: Seen[] = [];
    const quiet: number[] = [];
    const busy: number[] = [];
    for (let from = 0; from < files.length; from += stretch) {
      await service.forgetTries();
      // made beforehand: making them takes this process longer than the service takes to refuse them
      const made = files.slice(from, from + stretch).map((file) => ({ ...file, made: file.content() }));
      quiet.push(...(await requests.during(pause(quietMs))));
      const sending = sendAll(service, made);
      busy.push(...(await requests.during(sending)));
      seen.push(...(await sending));
      progress(`${Math.min(from + stretch, files.length)} of ${files.length} files`);
    }
    requests.close();
    return finding(seen, { quiet, busy, failed: requests.failed, service, unnoticedMs });
  } finally {
    await service.close();
  }
}

async function sendAll(service: ServiceUnderWatch, files: readonly MadeFile[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const { name, outcome, made, path } of files) {
    service.takeMostOfReader();
    const expected = outcome === 'refused' ? /^4\d\d$/ : /^20[01]$/;
    const { status, body, seconds } = await upload(service.address, name, made, path).catch(
      (error: unknown) => ({
        status: 0,
        body: String(error),
        seconds: 0,
      }),
    );
    const fault = expected.test(String(status)) ? null : `answered ${status}: ${body.slice(0, 200)}`;
    seen.push({ file: name, seconds, megabytes: service.takeMostOfReader(), fault });
  }
  return seen;
}

interface Surroundings {
  readonly quiet: readonly number[];
  readonly busy: readonly number[];
  readonly failed: number;
  readonly service: ServiceUnderWatch;
  readonly unnoticedMs: number;
}

function finding(
  seen: readonly Seen[],
  { quiet, busy, failed, service, unnoticedMs }: Surroundings,
): Finding {
  const faults = seen.flatMap(({ file, fault }) => (fault === null ? [] : [`${file} ${fault}`]));
  const slowest = seen.reduce((most, one) => (one.seconds > most.seconds ? one : most), none);
  const largest = seen.reduce((most, one) => (one.megabytes > most.megabytes ? one : most), none);
  const [before, during] = [percentile(quiet, 0.99), percentile(busy, 0.99)];
  const isSlower = during > before * mostSlower && during - before > unnoticedMs;
  const isCostly = largest.megabytes + service.growth() > mostMegabytes;
  return {
    n: seen.length,
    result: {
      files: seen.length,
      answeredWrongly: faults.length,
      readerMbMax: largest.megabytes,
      serviceMbGrown: service.growth(),
      secondsMax: rounded(slowest.seconds),
      apiP99QuietMs: rounded(before),
      apiP99BusyMs: rounded(during),
      apiP99ChangePercent: Math.round((during / before - 1) * 100),
      apiRequests: quiet.length + busy.length,
      apiFailed: failed,
      processCrashes: service.crashed,
    },
    worst: faults[0] ?? `slowest ${slowest.file}, largest ${largest.file}`,
    pass:
      faults.length + failed + service.crashed === 0 &&
      !isSlower &&
      !isCostly &&
      slowest.seconds <= mostSeconds,
  };
}

const none: Seen = { file: 'none', seconds: 0, megabytes: 0, fault: null };

const rounded = (value: number): number => Math.round(value * 10) / 10;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Some of them, other ones for each seed, in an order that the seed decides. */
function drawn(files: readonly HostileFile[], count: number, seed: number): HostileFile[] {
  const random = randomFrom(seed);
  return files
    .map((file) => ({ file, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ file }) => file);
}

export const proof: Proof = {
  id: 'S-07',
  invariant: 'hostile files do no harm: memory, time, other requests and processes stay as they should',
  quick: (context) => prove(drawn(hostileFiles, 60, context.seed), unnoticed.quick, context),
  full: (context) =>
    prove(
      [0, 1, 2].flatMap((round) => drawn(hostileFiles, Infinity, context.seed + round)),
      unnoticed.full,
      context,
    ),
};
