import { AuditTrail } from '../../src/accounts/index.js';
import { ShowIntroduction } from '../../src/introductions/index.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { twoClusters } from '../support/two-clusters.js';
import { wholeService, type ConsentWorld } from './consent/consent-world.js';
import { randomSteps, runSequence, start, steps, type Outcome } from './consent/run-sequence.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** So many sequences on the use cases, so many through HTTP. */
interface Size {
  readonly direct: number;
  readonly http: number;
}

async function prove(size: Size, { seed, progress }: ProofContext): Promise<Finding> {
  await startTestServer();
  try {
    const clusters = await twoClusters(start);
    const world = wholeService(clusters);
    try {
      const outcomes = await playAll(world, size, { seed, progress });
      return findingOf(size, outcomes, await planted(world));
    } finally {
      await clusters.close();
    }
  } finally {
    await stopTestServer();
  }
}

/** Each starts with a request that is sent, so that many come to a yes. */
async function playAll(
  world: ConsentWorld,
  { direct, http }: Size,
  { seed, progress }: ProofContext,
): Promise<Outcome[]> {
  const random = randomFrom(seed);
  const outcomes: Outcome[] = [];
  for (let played = 0; played < direct + http; played += 1) {
    const later = randomSteps(random, 7);
    const sent = steps({ actor: 'sender', deed: 'send' });
    outcomes.push(
      await runSequence(world, {
        across: random() < 0.75,
        http: played >= direct,
        next: (model) => sent() ?? later(model),
      }),
    );
    if (played % 100 === 99) progress(`${played + 1} of ${direct + http} sequences`);
  }
  return outcomes;
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
    const { lopsided } = await runSequence(world, { across: true, http, next });
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
  quick: (context) => prove({ direct: 30, http: 10 }, context),
  full: (context) => prove({ direct: 2_000, http: 500 }, context),
};
