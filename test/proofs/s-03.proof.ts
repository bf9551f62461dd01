import { Logger } from '@nestjs/common';

import { ShowIntroduction, WriteRequest } from '../../src/introductions/index.js';
import { StderrLogger } from '../../src/platform/logging/stderr-logger.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { twoClusters, type TwoClusters } from '../support/two-clusters.js';
import { databasePlaces, watchOutput } from './canaries/places.js';
import { wholeService } from './consent/consent-world.js';
import { MemoryWorld } from './consent/memory-world.js';
import { playInMemory } from './consent/play-in-memory.js';
import { randomSequence, runSequence, start, stem, steps, type Outcome } from './consent/run-sequence.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** So many sequences of each kind. */
interface Size {
  /** on the use cases, their tables in memory */
  readonly memory: number;
  /** on the use cases and a database */
  readonly direct: number;
  readonly http: number;
  /** who looks after each step through HTTP */
  readonly looksOverHttp: 'all' | 'one';
}

async function prove(size: Size, context: ProofContext): Promise<Finding> {
  await startTestServer();
  try {
    return await playAll(size, context);
  } finally {
    await stopTestServer();
  }
}

async function playAll(size: Size, { seed, progress }: ProofContext): Promise<Finding> {
  const output = watchOutput();
  const world = await twoClusters(start).catch((error: unknown) => {
    output.stop();
    throw error;
  });
  try {
    const whole = wholeService(world);
    world.app.useLogger(new StderrLogger('debug'));
    const random = randomFrom(seed);
    const rules = { most: 10, sent: false } as const;
    const count = size.memory + size.direct + size.http;
    const beside = playInMemory({ ...rules, looks: 'all', count: size.memory, seed: seed + 1 }, progress);
    const outcomes: Outcome[] = [];
    for (let played = 1; played <= size.direct + size.http; played += 1) {
      const http = played > size.direct;
      const looks = http ? size.looksOverHttp : 'all';
      outcomes.push(await runSequence(whole, { ...randomSequence(random, { ...rules, looks }), http }));
      if (played % 500 === 0) progress(`${played} of ${size.direct + size.http} sequences on a database`);
    }
    outcomes.push(...(await beside));
    const stored = await storedTraces(world, output.lines);
    const plants = await planted(world, output.lines);
    Object.assign(plants, await plantedInMemory());
    output.stop();
    progress(`${count} sequences played`);
    const leaks = [...outcomes.flatMap((one) => one.leaks), ...stored];
    const strays = outcomes.flatMap((one) => one.strays);
    const found = Object.values(plants).filter(Boolean).length;
    const sum = (of: (one: Outcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
    return {
      n: count,
      result: {
        inMemory: size.memory,
        throughHttp: size.http,
        steps: sum((one) => one.steps),
        agreed: sum((one) => Number(one.agreed)),
        textsSearched: sum((one) => one.texts),
        mailsSearched: sum((one) => one.mails),
        canariesBeforeConsent: leaks.length,
        otherThanTheModel: strays.length,
        leaksPlanted: Object.keys(plants).length,
        leaksFound: found,
      },
      worst: leaks[0] ?? strays[0] ?? Object.keys(plants).find((name) => !plants[name]) ?? 'none',
      pass:
        leaks.length + strays.length === 0 &&
        found === Object.keys(plants).length &&
        outcomes.some((one) => one.agreed) &&
        sum((one) => one.mails) > 0,
    };
  } finally {
    output.stop();
    await world.close();
  }
}

/** The same leak by hand where the tables are in memory. */
async function plantedInMemory(): Promise<Record<string, boolean>> {
  const world = new MemoryWorld(start);
  const show = world.app.get(ShowIntroduction);
  const party = show.party;
  show.party = (unit, introduction, which) =>
    party.call(show, unit, introduction, which, new Set(['sender', 'recipient']));
  const next = steps({ actor: 'sender', deed: 'send' });
  const { leaks } = await runSequence(world, { kind: 'across', http: false, next });
  return { 'a party without its mask, in memory': leaks.length > 0 };
}

/** Logs, queues, throttles and the audit trail hold no name at any time, agreed or not. */
async function storedTraces({ service, officers }: TwoClusters, lines: readonly string[]): Promise<string[]> {
  const places = await databasePlaces(
    service,
    officers.map(({ cluster }) => cluster),
  );
  places.set('output', [...lines]);
  return [...places].flatMap(([place, texts]) =>
    texts.filter((text) => text.includes(stem)).map((text) => `${place}: ${text.slice(0, 200)}`),
  );
}

/** Leaks by hand, each of which must be found. */
async function planted(world: TwoClusters, lines: string[]): Promise<Record<string, boolean>> {
  const write = world.app.get(WriteRequest);
  const show = world.app.get(ShowIntroduction);
  const [preview, party] = [write.preview, show.party];
  const play = (http: boolean) =>
    runSequence(wholeService(world), {
      kind: 'across',
      http,
      next: steps({ actor: 'sender', deed: 'change' }, { actor: 'sender', deed: 'send' }),
    });
  const finds = ({ leaks }: Outcome, place: string): boolean => leaks.some((leak) => leak.startsWith(place));
  try {
    write.preview = async (unit, introduction, words) => ({
      ...(await preview.call(write, unit, introduction, words)),
      subject: introduction.subject,
    });
    const subject = await play(false);
    write.preview = preview;
    show.party = (unit, introduction, which) =>
      party.call(show, unit, introduction, which, new Set(['sender', 'recipient']));
    const unmasked = await play(true);
    show.party = party;
    new Logger('proof').warn(`no answer from ${world.firms[0].canary} ${stem}`);
    return {
      'a subject without its mask, in a mail': finds(subject, 'mail'),
      'a subject without its mask, in an answer': finds(subject, 'look'),
      'a party without its mask, through HTTP': finds(unmasked, 'look'),
      'a name in the log': (await storedTraces(world, lines)).some((hit) => hit.startsWith('output')),
    };
  } finally {
    write.preview = preview;
    show.party = party;
  }
}

export const proof: Proof = {
  id: 'S-03',
  invariant: 'who asks and who is asked is told to nobody before both have consented',
  quick: (context) => prove({ memory: 300, direct: 12, http: 8, looksOverHttp: 'all' }, context),
  full: (context) => prove({ memory: 94_500, direct: 500, http: 5_000, looksOverHttp: 'one' }, context),
};
