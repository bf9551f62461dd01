import { request } from 'node:http';

import { CreateUser } from '../../src/accounts/index.js';
import { PasswordHasher } from '../../src/accounts/passwords/password-hasher.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import type { Finding, Proof, ProofContext } from './proof.js';

const password = 'four lamps and a kite';
const known = 'ada@prova.example';

const person = { name: 'Ada Bianchi', language: 'it', grants: [], demo: false } as const;

/** The second account's password for the first: hashing one for each would take longer than the proof. */
const samePassword = `update user_secret set password_hash =
    (select s.password_hash from user_secret s join user_account u on u.id = s.user_id where u.email = $2)
  where user_id = (select id from user_account where email = $1)`;

interface Size {
  readonly guesses: number;
  readonly addresses: number;
  /** guesses between two sign-ins of the owner */
  readonly ownerEvery: number;
  /** pairs of sign-ins whose times are compared, in so many batches */
  readonly timed: number;
  readonly batches: number;
}

interface Answer {
  readonly status: number;
  readonly code: string | null;
  readonly cookies: readonly string[];
  readonly ms: number;
}

interface Try {
  readonly email: string;
  readonly password: string;
  /** the loopback address it comes from */
  readonly from: string;
  readonly cookie?: string;
}

async function proveGuessing({ progress }: ProofContext, size: Size): Promise<Finding> {
  await startTestServer();
  const service = await openHttpService();
  try {
    await service.app.get(CreateUser).create('proof', { ...person, email: known, password });
    const owner = { email: known, password, from: '127.9.9.9' };
    const first = await signIn(service, owner);
    const device = first.cookies.find((line) => line.startsWith('device='))?.split(';')[0] ?? '';
    const times = await compare(service, size);
    progress(`known and unknown accounts: ${times.differenceMs} ms apart in the middle`);

    const hasher = service.app.get(PasswordHasher);
    const before = hasher.computed;
    let [refused, right, served, ownerTries] = [0, 0, 0, 0];
    for (let guess = 0; guess < size.guesses; guess += 1) {
      const from = addressOf(guess % size.addresses);
      const answer = await signIn(service, { email: known, password: `guess ${guess} of the lamps`, from });
      if (answer.status === 201) right += 1;
      if (answer.status === 429) refused += 1;
      if (guess % size.ownerEvery !== 0) continue;
      ownerTries += 1;
      if ((await signIn(service, { ...owner, cookie: device })).status === 201) served += 1;
    }
    const hashes = hasher.computed - before - ownerTries;
    return {
      n: size.guesses,
      result: {
        guesses: size.guesses,
        addresses: size.addresses,
        hashesComputed: hashes,
        guessesTurnedAway: refused,
        ownerSignIns: ownerTries,
        ownerRefused: ownerTries - served,
        answersThatDiffer: times.differing,
        timeDifferenceP50Ms: times.differenceMs,
      },
      worst: ownerTries > served ? 'the owner was kept out' : `${hashes} hashes for ${size.guesses} guesses`,
      pass:
        first.status === 201 &&
        right === 0 &&
        served === ownerTries &&
        hashes <= mostHashes &&
        times.differing === 0 &&
        times.differenceMs < 5,
    };
  } finally {
    await service.close();
    await stopTestServer();
  }
}

/** Guesses on one account that are looked at within an hour, whatever addresses they come from. */
const mostHashes = 60;

const addressOf = (place: number): string => `127.1.${Math.floor(place / 250)}.${(place % 250) + 1}`;

/**
 * Wrong sign-ins to an account that exists and one that does not, in turn, each from an address of its own.
 *
 * Other work on the machine moves single batches; a difference that is ours is in all of them, so the least counts.
 */
async function compare(
  service: HttpService,
  { timed, batches }: Size,
): Promise<{ differenceMs: number; differing: number }> {
  const answers = new Set<string>();
  const differences: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const pairs: number[] = [];
    for (let round = 0; round < timed; round += 1) {
      const place = batch * timed + round;
      const email = `known${place}@prova.example`;
      await service.app.get(CreateUser).create('proof', { ...person, email, password: null });
      const copied = systemScope();
      await service.database.unitOfWork.run(copied, ({ manager }) =>
        manager.query(samePassword, [email, known]),
      );
      const tries = [email, `nobody${place}@prova.example`].map((one) => ({
        email: one,
        password: 'wrong lamps and a kite',
        from: `127.2.${Math.floor(place / 250)}.${(place % 250) + 1}`,
      }));
      const ordered = place % 2 === 0 ? tries : tries.reverse();
      const taken = new Map<string, number>();
      for (const one of ordered) {
        const answer = await signIn(service, one);
        answers.add(`${answer.status} ${answer.code}`);
        taken.set(one.email, answer.ms);
      }
      pairs.push((taken.get(email) ?? 0) - (taken.get(`nobody${place}@prova.example`) ?? 0));
    }
    differences.push(Math.abs(middle(pairs)));
  }
  return { differenceMs: Math.round(Math.min(...differences) * 100) / 100, differing: answers.size - 1 };
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function signIn({ address }: HttpService, { email, password: given, from, cookie }: Try): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/api/v1/sessions`,
      {
        method: 'POST',
        localAddress: from,
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          ...(cookie === undefined ? {} : { cookie }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = JSON.parse(Buffer.concat(chunks).toString()) as { code?: string };
          const cookies = response.headers['set-cookie'] ?? [];
          const ms = performance.now() - started;
          resolve({ status: response.statusCode ?? 0, code: body.code ?? null, cookies, ms });
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ email, password: given }));
  });
}

export const proof: Proof = {
  id: 'S-10',
  invariant: 'guessing does not pay and does not lock out',
  quick: (context) =>
    proveGuessing(context, { guesses: 1_000, addresses: 100, ownerEvery: 50, timed: 21, batches: 3 }),
  full: (context) =>
    proveGuessing(context, { guesses: 10_000, addresses: 1_000, ownerEvery: 100, timed: 101, batches: 4 }),
};
