import { BoardStore, SeatOffers } from '../../src/consortia/index.js';
import { SeatOfferStore } from '../../src/consortia/seats/seat-offer.store.js';
import { AppError } from '../../src/platform/errors/app-error.js';
import { systemScope, type Scope } from '../../src/platform/database/scope.js';
import type { Unit } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { openDemonstration, type WiredService } from '../support/wired-service.js';
import type { Finding, Proof, ProofContext } from './proof.js';

const invariant = 'of any number who accept one seat at the same moment, one has it and the others are told';

/** So many seats, each accepted by so many at once. */
interface Size {
  readonly seats: number;
  readonly acceptors: number;
}

/** What became of one seat. */
interface Outcome {
  readonly winners: number;
  /** refusals that say that somebody else was first */
  readonly told: number;
  readonly otherErrors: number;
  /** whether the seat is held by the one winner, and every other offer is closed */
  readonly consistent: boolean;
}

const quickSizes: readonly Size[] = [
  { seats: 10, acceptors: 2 },
  { seats: 2, acceptors: 20 },
];
const fullSizes: readonly Size[] = [
  { seats: 100, acceptors: 2 },
  { seats: 10, acceptors: 50 },
];

async function prove(sizes: readonly Size[], context: ProofContext): Promise<Finding> {
  await startTestServer();
  try {
    return await tryAll(sizes, context);
  } finally {
    await stopTestServer();
  }
}

async function tryAll(sizes: readonly Size[], { progress }: ProofContext): Promise<Finding> {
  const service = await openDemonstration(new Date('2026-11-22T09:00:00Z'));
  try {
    const outcomes: { size: Size; outcome: Outcome }[] = [];
    for (const size of sizes)
      for (let seat = 0; seat < size.seats; seat += 1) {
        outcomes.push({
          size,
          outcome: await acceptAtOnce(service, size.acceptors, service.app.get(SeatOffers)),
        });
        if (seat % 10 === 0) progress(`S-14: ${seat + 1} of ${size.seats} seats, ${size.acceptors} at once`);
      }
    const wrong = outcomes.filter(({ size, outcome }) => !isRight(size, outcome));
    const fault = await planted(service);
    return {
      n: outcomes.reduce((sum, { size }) => sum + size.acceptors, 0),
      result: {
        seats: outcomes.length,
        winnersPerSeatLeast: Math.min(...outcomes.map(({ outcome }) => outcome.winners)),
        winnersPerSeatMost: Math.max(...outcomes.map(({ outcome }) => outcome.winners)),
        losersTold: outcomes.reduce((sum, { outcome }) => sum + outcome.told, 0),
        plantedFaultWinners: fault.winners,
      },
      worst: wrong.length === 0 ? 'none' : JSON.stringify(wrong[0]),
      pass: wrong.length === 0 && !isRight({ seats: 1, acceptors: 10 }, fault),
    };
  } finally {
    await service.close();
  }
}

const isRight = ({ acceptors }: Size, { winners, told, consistent }: Outcome): boolean =>
  winners === 1 && told === acceptors - 1 && consistent;

/** The same with a store that neither holds the board nor looks at the seat's version: it must be found out. */
async function planted(service: WiredService): Promise<Outcome> {
  const store = service.app.get(BoardStore);
  const { hold, changeSeat } = store;
  store.hold = (unit: Unit, id: string) => store.get(unit, id);
  store.changeSeat = async (unit, board, seat) => {
    const [now] = await unit.manager.query<{ version: number }[]>(
      'select version from consortium_seat where id = $1 for update',
      [seat.id],
    );
    await changeSeat.call(store, unit, board, seat, { version: now?.version ?? 0 });
  };
  try {
    return await acceptAtOnce(service, 10, service.app.get(SeatOffers));
  } finally {
    store.hold = hold;
    store.changeSeat = changeSeat;
  }
}

/** One open seat, offered to that many organisations, each of which accepts at the same moment. */
async function acceptAtOnce(service: WiredService, acceptors: number, offers: SeatOffers): Promise<Outcome> {
  const { seat, board, cluster, organisations } = await openSeat(service, acceptors);
  const officer: Scope = { role: 'officer', clusters: [cluster], user: newId() };
  const made: { offer: string; organisation: string }[] = [];
  for (const organisation of organisations)
    made.push({ organisation, offer: await offers.offer(officer, board, seat, organisation) });
  const answers = await Promise.allSettled(
    made.map(({ offer, organisation }) =>
      offers.answer({ role: 'member', clusters: [], organisation, user: newId() }, offer, 'accepted'),
    ),
  );
  const winners = answers.flatMap(({ status }, place) => (status === 'fulfilled' ? [made[place]!] : []));
  const errors = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as unknown] : [],
  );
  const told = errors.filter(
    (error) => error instanceof AppError && error.code === 'consortia.seat-taken',
  ).length;
  return {
    winners: winners.length,
    told,
    otherErrors: errors.length - told,
    consistent: await isConsistent(service, { board, seat, winner: winners[0]?.organisation ?? '' }),
  };
}

async function isConsistent(
  { app, database }: WiredService,
  { board, seat, winner }: { readonly board: string; readonly seat: string; readonly winner: string },
): Promise<boolean> {
  return database.unitOfWork.run(systemScope(), async (unit) => {
    const held = (await app.get(BoardStore).seats(unit, { id: board, clusterId: '' })).find(
      ({ id }) => id === seat,
    );
    const states = (await app.get(SeatOfferStore).ofBoard(unit, board)).map(
      ({ organisationId, state }) => state === (organisationId === winner ? 'accepted' : 'taken'),
    );
    return held?.organisationId === winner && held.state === 'accepted' && states.every(Boolean);
  });
}

async function openSeat(
  { database }: WiredService,
  count: number,
): Promise<{ board: string; seat: string; cluster: string; organisations: readonly string[] }> {
  const [cluster] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query<{ id: string }[]>(`select id from cluster where slug = 'afil'`),
  );
  const clusterId = cluster?.id ?? '';
  const made = { board: newId(), seat: newId(), cluster: clusterId };
  const organisations = Array.from({ length: count }, () => newId());
  await database.unitOfWork.run(systemScope([clusterId]), async ({ manager }) => {
    await manager.query(
      `insert into organisation (id, listed, invented) select id, true, true from unnest($1::uuid[]) as o (id)`,
      [organisations],
    );
    await manager.query(
      `insert into organisation_record (id, organisation_id, source, observed_on, legal_name, folded_name)
       select gen_random_uuid(), id, 'demo', current_date, 'Proof ' || id, 'proof ' || id from unnest($1::uuid[]) as o (id)`,
      [organisations],
    );
    await manager.query(
      `insert into consortium (id, cluster_id, title, idea, state, version, created_by, created_at, changed_at)
       values ($1, $2, 'Proof', 'Proof', 'sketch', 1, 'proof', now(), now())`,
      [made.board, clusterId],
    );
    await manager.query(
      `insert into consortium_seat (id, consortium_id, cluster_id, participation, need_ids, state, position, version)
       values ($1, $2, $3, 'beneficiary', '{}', 'open', 1, 1)`,
      [made.seat, made.board, clusterId],
    );
  });
  return { ...made, organisations };
}

export const proof: Proof = {
  id: 'S-14',
  invariant,
  quick: (context) => prove(quickSizes, context),
  full: (context) => prove(fullSizes, context),
};
