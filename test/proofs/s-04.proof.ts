import { AuditTrail } from '../../src/accounts/index.js';
import { ShowIntroduction } from '../../src/introductions/index.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { twoClusters } from '../support/two-clusters.js';
import { wholeService, type ConsentWorld } from './consent/consent-world.js';
import { randomSequence, runSequence, start, steps, type Outcome } from './consent/run-sequence.js';
import { playInMemory } from './consent/play-in-memory.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** So many sequences of each kind. */
interface Size {
  /** on the use cases, their tables in memory */
  readonly memory: number;
  /** on the use cases and a database */
  readonly direct: number;
  readonly http: number;
}

async function prove(size: Size, { seed, progress }: ProofContext): Promise<Finding> {
  await startTestServer();
  try {
    const clusters = await twoClusters(start);
    const world = wholeService(clusters);
    try {
      return findingOf(size, await playAll(world, size, { seed, progress }), await planted(world));
    } finally {
      await clusters.close();
    }
  } finally {
    await stopTestServer();
  }
}

async function playAll(
  world: ConsentWorld,
  { memory, direct, http }: Size,
  { seed, progress }: ProofContext,
): Promise<Outcome[]> {
  const rules = { most: 7, sent: true, looks: 'none' } as const;
  const beside = playInMemory({ ...rules, count: memory, seed: seed + 1 }, progress);
  const random = randomFrom(seed);
  const outcomes: Outcome[] = [];
  for (let played = 1; played <= direct + http; played += 1) {
    outcomes.push(await runSequence(world, { ...randomSequence(random, rules), http: played > direct }));
    if (played % 500 === 0) progress(`${played} of ${direct + http} sequences on a database`);
  }
  return [...outcomes, ...(await beside)];
}

function findingOf(
  size: Size,
  outcomes: readonly Outcome[],
  plants: Readonly<Record<string, boolean>>,
): Finding {
  const lopsided = outcomes.flatMap((one) => one.lopsided);
  const missed = Object.keys(plants).filter((name) => !plants[name]);
  const agreed = outcomes.filter((one) => one.agreed).length;
  return {
    n: outcomes.length,
    result: {
      inMemory: size.memory,
      throughHttp: size.http,
      reveals: agreed,
      notRevealed: outcomes.length - agreed,
      lopsided: lopsided.length,
      faultsPlanted: Object.keys(plants).length,
      faultsFound: Object.keys(plants).length - missed.length,
    },
    worst: lopsided[0] ?? missed[0] ?? 'none',
    pass: lopsided.length + missed.length === 0 && agreed > 0,
  };
}

/** Reveals that go wrong by hand, each of which must be found. */
async function planted(world: ConsentWorld): Promise<Record<string, boolean>> {
  const audit = world.app.get(AuditTrail);
  const show = world.app.get(ShowIntroduction);
  const [record, party] = [audit.record, show.party];
  const finds = async (what: RegExp, http: boolean, last: 'accept' | 'read' = 'accept'): Promise<boolean> => {
    const next = steps({ actor: 'sender', deed: 'send' }, { actor: 'recipient', deed: last });
    const { lopsided } = await runSequence(world, { kind: 'across', http, next });
    return lopsided.some((one) => what.test(one));
  };
  const revealed = (action: string): boolean => action === 'contact.revealed';
  try {
    audit.record = async (unit, action, subject, ...more) => {
      if (revealed(action) && 'side' in subject && subject.side === 'recipient') return;
      await record.call(audit, unit, action, subject, ...more);
    };
    const single = await finds(/entries "sender"/, false);
    audit.record = async (unit, action, subject, ...more) => {
      await record.call(audit, unit, action, subject, ...more);
      if (revealed(action)) await record.call(audit, unit, action, subject, ...more);
    };
    const doubled = await finds(/entries "recipient,recipient,sender,sender"/, true);
    audit.record = record;
    show.party = async (unit, introduction, which, sides) => {
      const seen = await party.call(show, unit, introduction, which, sides);
      return which === 'sender' && !sides.has('sender') ? { ...seen, name: null, contact: null } : seen;
    };
    const oneSided = await finds(/recipient does not see/, true);
    return {
      'a reveal with one entry': single,
      'a reveal with four entries': doubled,
      'a reveal to one side alone': oneSided,
    };
  } finally {
    audit.record = record;
    show.party = party;
  }
}

export const proof: Proof = {
  id: 'S-04',
  invariant: 'a reveal is symmetric and leaves exactly two entries in the audit trail',
  quick: (context) => prove({ memory: 300, direct: 30, http: 10 }, context),
  full: (context) => prove({ memory: 94_500, direct: 500, http: 5_000 }, context),
};
