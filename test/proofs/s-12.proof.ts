import type { LookupAddress } from 'node:dns';
import { createServer, get as plainGet, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';

import { get, post, RequestFailure, type RequestLimits } from '../../src/platform/http/bounded-request.js';
import { isPublicAddress, publicLookupBy } from '../../src/platform/http/public-lookup.js';
import { PortalSearchConnector } from '../../src/ingest/sync/portal-search.connector.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** Where nothing of ours may go: a server on this machine that counts who came. */
interface Trap {
  readonly port: number;
  connections(): number;
  close(): Promise<void>;
}

async function trap(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Trap> {
  let connections = 0;
  const server = createServer(answer);
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const limits: RequestLimits = { connectMs: 2_000, idleMs: 300, totalMs: 1_200, bytes: 8 * 1024 * 1024 };
const mostMemory = 64 * 1024 * 1024;

async function proveReach({ seed, progress }: ProofContext, size: { addresses: number }): Promise<Finding> {
  const inside = await trap((_request, response) => response.end('inside'));
  const worst: string[] = [];
  try {
    const redirects = await followsNoRedirect(inside);
    progress(`${redirects} redirects, ${inside.connections()} followed`);
    const names = await reachesNoPrivateName(inside);
    const rebinding = await survivesRebinding(inside, seed, size.addresses);
    const reached = inside.connections();
    if (reached > 0) worst.push(`${reached} connections to where nothing of ours may go`);
    const forms = misreadAddresses(seed, size.addresses);
    worst.push(...forms.misread.slice(0, 1));
    const bodies = await givesUp();
    worst.push(...bodies.problems.slice(0, 1));
    const planted = await plantedFaults(inside);
    return {
      n: redirects + names + rebinding.tried + forms.tried + bodies.tried,
      result: {
        redirects,
        privateNames: names,
        rebindings: rebinding.tried,
        addressForms: forms.tried,
        connectionsOutsideTheList: reached,
        addressesMisread: forms.misread.length + rebinding.let,
        slowOrEndlessBodies: bodies.tried,
        notGivenUp: bodies.problems.length,
        memoryMb: Math.round(bodies.memory / 1024 / 1024),
        faultsPlanted: 2,
        faultsFound: planted,
      },
      worst: worst[0] ?? 'none',
      pass:
        reached === 0 &&
        forms.misread.length + rebinding.let === 0 &&
        bodies.problems.length === 0 &&
        bodies.memory <= mostMemory &&
        planted === 2,
    };
  } finally {
    await inside.close();
  }
}

/** Every kind of redirect, to every way of writing where it must not go, for both kinds of request. */
async function followsNoRedirect({ port }: Trap): Promise<number> {
  const targets = ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'];
  let target = '';
  let status = 302;
  const outside = await trap((_request, response) =>
    response.writeHead(status, { location: `http://${target}:${port}/` }).end(),
  );
  let tried = 0;
  const portal = new PortalSearchConnector('proof@tessera.example', {
    origin: `http://127.0.0.1:${outside.port}`,
    limits,
    wait: () => Promise.resolve(),
  });
  try {
    for (target of targets) {
      for (status of [301, 302, 303, 307, 308]) {
        tried += 2;
        await portal.page(1).catch(() => undefined);
        const url = new URL(`http://127.0.0.1:${outside.port}/`);
        const answer = await get({ url, headers: {}, agent: new Agent(), limits });
        answer.close();
      }
    }
  } finally {
    portal.close();
    await outside.close();
  }
  return tried;
}

/** Names that lead to this machine. */
async function reachesNoPrivateName({ port }: Trap): Promise<number> {
  const names = ['localhost', 'LOCALHOST', 'localhost.', 'ip6-localhost', 'ip6-loopback'];
  for (const name of names) {
    const url = new URL(`http://${name}:${port}/`);
    await get({ url, headers: {}, agent: new Agent(), limits }).catch(() => undefined);
    await post({ url, headers: {}, body: Buffer.from('x'), agent: new Agent(), limits }).catch(
      () => undefined,
    );
  }
  return names.length * 2;
}

/**
 * A name that answers with a public address, then with one of this machine, or with both: what the connection goes to
 * is what was looked at.
 */
async function survivesRebinding(
  { port }: Trap,
  seed: number,
  rounds: number,
): Promise<{ tried: number; let: number }> {
  const random = randomFrom(seed);
  let letThrough = 0;
  const most = Math.min(rounds, 500);
  for (let round = 0; round < most; round += 1) {
    const answers: LookupAddress[] = [{ address: '93.184.215.14', family: 4 }];
    const hidden = random() < 0.7;
    if (hidden) answers.splice(random() < 0.5 ? 0 : 1, 0, { address: '127.0.0.1', family: 4 });
    const lookup = publicLookupBy((_name, _options, callback) => callback(null, answers));
    const given = await new Promise<string[]>((resolve) =>
      lookup('rebound.example', { all: true }, (error, found) =>
        resolve(error ? [] : (found as LookupAddress[]).map(({ address }) => address)),
      ),
    );
    if (given.includes('127.0.0.1')) letThrough += 1;
    if (!hidden && given.length !== 1) letThrough += 1;
  }
  // and through a real connection: refused before anything is sent
  const lookup = publicLookupBy((_name, _options, callback) =>
    callback(null, [{ address: '127.0.0.1', family: 4 }]),
  );
  await new Promise<void>((resolve) => {
    plainGet({ host: 'rebound.example', port, lookup }, (response) => {
      response.resume();
      resolve();
    }).on('error', () => resolve());
  });
  return { tried: most + 1, let: letThrough };
}

/** Addresses of every network that is not public, however they are written. */
function misreadAddresses(seed: number, count: number): { tried: number; misread: string[] } {
  const random = randomFrom(seed + 1);
  const byte = (): number => Math.floor(random() * 256);
  const private4 = [
    () => `10.${byte()}.${byte()}.${byte()}`,
    () => `127.${byte()}.${byte()}.${byte()}`,
    () => `172.${16 + (byte() % 16)}.${byte()}.${byte()}`,
    () => `192.168.${byte()}.${byte()}`,
    () => `169.254.${byte()}.${byte()}`,
    () => `100.${64 + (byte() % 64)}.${byte()}.${byte()}`,
    () => `0.${byte()}.${byte()}.${byte()}`,
    () => `${224 + (byte() % 32)}.${byte()}.${byte()}.${byte()}`,
  ];
  const hex = (): string => (byte() * 256 + byte()).toString(16);
  const tail = (): string => `${hex()}:${hex()}:${hex()}:${hex()}`;
  const private6 = [
    () => `fe80::${tail()}`,
    () => `fd${byte().toString(16).padStart(2, '0')}:${hex()}::${hex()}`,
    () => `::ffff:${pick(private4)()}`,
    () => `64:ff9b::${pick(private4)()}`,
    () => `2002:7f00:${hex()}::1`,
    () => `ff02::${hex()}`,
    () => '::1',
    () => '0:0:0:0:0:0:0:1',
    () => `fe80::${hex()}%eth0`,
  ];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const misread: string[] = [];
  for (let round = 0; round < count; round += 1) {
    const address = pick(random() < 0.5 ? private4 : private6)();
    if (isPublicAddress(address)) misread.push(`${address} is taken for public`);
  }
  for (const address of ['93.184.215.14', '2a01:111::1'])
    if (!isPublicAddress(address)) misread.push(`${address} is taken for private`);
  return { tried: count + 2, misread };
}

/** Servers that never begin, never end, drip, or lie about how much there is. */
async function givesUp(): Promise<{ tried: number; problems: string[]; memory: number }> {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const endless = (response: ServerResponse): void => {
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    silent: () => undefined,
    drips: (response) => {
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    },
    endless,
    lies: (response) => {
      response.writeHead(200, { 'content-length': String(100 * 1024 * 1024) });
      endless(response);
    },
    stops: (response) => void response.write('x'),
  };
  let current = 'silent';
  const server = await trap((_request, response) => answers[current]?.(response));
  const problems: string[] = [];
  const before = process.memoryUsage().rss;
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss - before);
  }, 20);
  try {
    for (current of Object.keys(answers)) {
      const started = performance.now();
      const url = new URL(`http://127.0.0.1:${server.port}/`);
      const ended = await post({ url, headers: {}, body: Buffer.from('x'), agent: new Agent(), limits }).then(
        () => 'answered',
        (error: unknown) => (error instanceof RequestFailure ? error.reason : String(error)),
      );
      const ms = performance.now() - started;
      if (!['too-large', 'idle-timeout', 'total-timeout'].includes(ended) || ms > limits.totalMs + 1_000)
        problems.push(`${current}: ${ended} after ${Math.round(ms)} ms`);
    }
  } finally {
    clearInterval(watch);
    await server.close();
  }
  return { tried: Object.keys(answers).length, problems, memory };
}

/** A client that follows redirects, and one that takes any address: the trap must notice both. */
async function plantedFaults(inside: Trap): Promise<number> {
  let found = 0;
  const redirecting = await trap((_request, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${inside.port}/` }).end(),
  );
  const before = inside.connections();
  await fetch(`http://127.0.0.1:${redirecting.port}/`).then((response) => response.text());
  if (inside.connections() > before) found += 1;
  await redirecting.close();
  const again = inside.connections();
  await new Promise<void>((resolve) => {
    plainGet({ host: 'localhost', port: inside.port, family: 4 }, (response) => {
      response.resume();
      resolve();
    }).on('error', () => resolve());
  });
  if (inside.connections() > again) found += 1;
  return found;
}

export const proof: Proof = {
  id: 'S-12',
  invariant: 'connectors reach only their hosts',
  quick: (context) => proveReach(context, { addresses: 5_000 }),
  full: (context) => proveReach(context, { addresses: 500_000 }),
};
