import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { EmbeddingEndpoint, type EmbeddingLimits } from './embedding-endpoint.js';

type Answer = (texts: string[], response: ServerResponse, request: IncomingMessage) => void;

const quick: Partial<EmbeddingLimits> = {
  batch: 2,
  timeoutMs: 300,
  tries: 2,
  pauseMs: 1,
  bytes: 10_000,
  failures: 2,
  restMs: 60_000,
};

const json = (response: ServerResponse, body: unknown): void => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
};
const vectors = (...all: unknown[]): { data: unknown[] } => ({
  data: all.map((embedding, index) => ({ index, embedding })),
});
const good: Answer = (texts, response) =>
  json(response, vectors(...texts.map((text) => [text.length, 1, 0])));

describe('an endpoint that makes vectors', () => {
  let server: Server;
  let asked: number;
  let answer: Answer;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked += 1;
        const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] };
        answer(input, response, request);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`;
  });
  beforeEach(() => {
    asked = 0;
    answer = good;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const endpoint = (limits: Partial<EmbeddingLimits> = {}, key: string | null = null): EmbeddingEndpoint =>
    new EmbeddingEndpoint({ url, model: 'm', key }, { ...quick, ...limits });

  it('is asked in batches, and its vectors are put in the order of the texts', async () => {
    answer = (texts, response) =>
      json(response, {
        data: texts.map((text, index) => ({ index, embedding: [text.length, 1, 0] })).reverse(),
      });
    const found = await endpoint().embed(['a', 'bb', 'ccc']);
    expect(found.map((vector) => vector?.[0])).toEqual([1, 2, 3]);
    expect(asked).toBe(2);
  });

  it('is shown the key, and no more of a text than agreed', async () => {
    let shown: string | undefined;
    let length = 0;
    answer = (texts, response, request) => {
      shown = request.headers.authorization;
      length = texts[0]?.length ?? 0;
      good(texts, response, request);
    };
    await endpoint({ characters: 5 }, 'secret').embed(['a long text']);
    expect(shown).toBe('Bearer secret');
    expect(length).toBe(5);
  });

  it('is tried again when it fails for the moment', async () => {
    answer = (texts, response, request) => {
      if (asked > 1) return good(texts, response, request);
      response.statusCode = 503;
      response.end();
    };
    const it = endpoint();
    expect((await it.embed(['a']))[0]).not.toBeNull();
    expect(it.problem).toBeNull();
  });

  const faults: [string, Answer, string][] = [
    ['answers 500', (_, response) => void response.writeHead(500).end(), 'it answers 500'],
    ['refuses', (_, response) => void response.writeHead(401).end(), 'it refuses with 401'],
    ['never answers', () => undefined, 'it takes too long'],
    [
      'redirects elsewhere',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      'it cannot be reached, or breaks off',
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"data":[');
        setTimeout(() => response.destroy(), 20);
      },
      'it cannot be reached, or breaks off',
    ],
    ['answers in prose', (_, response) => void response.end('hello'), 'its answer is no JSON, or was cut'],
    [
      'answers with half its JSON',
      (_, response) => void response.end('{"data":[{"ind'),
      'its answer is no JSON, or was cut',
    ],
    ['says null', (_, response) => json(response, null), 'it does not answer 1 texts with as many vectors'],
    [
      'forgets a text',
      (_, response) => json(response, vectors()),
      'it does not answer 1 texts with as many vectors',
    ],
    [
      'numbers them wrongly',
      (_, response) => json(response, { data: [{ index: 7, embedding: [1] }] }),
      'it numbers its vectors wrongly',
    ],
    [
      'gives what is no number',
      (_, response) => void response.end('{"data":[{"index":0,"embedding":[1,null,"NaN"]}]}'),
      'it gives no vector that can be used',
    ],
    [
      'gives infinity',
      (_, response) => void response.end('{"data":[{"index":0,"embedding":[1e999,1]}]}'),
      'it gives no vector that can be used',
    ],
    [
      'points nowhere',
      (_, response) => json(response, vectors([0, 0])),
      'it gives no vector that can be used',
    ],
    [
      'talks without end',
      (_, response) => void response.end(JSON.stringify(vectors(Array(9_000).fill(0.123)))),
      'its answer is longer than 10000 bytes',
    ],
  ];
  it.each(faults)('costs the texts their vectors and nothing else when it %s', async (_, fault, problem) => {
    answer = fault;
    const it = endpoint();
    expect(await it.embed(['a'])).toEqual([null]);
    expect(it.problem).toBe(problem);
    answer = good;
    expect((await it.embed(['a']))[0]).not.toBeNull();
  });

  it('cannot change the length of its vectors in between', async () => {
    const it = endpoint();
    await it.embed(['a']);
    answer = (_, response) => json(response, vectors([1, 2], [3, 4, 5]));
    const [short, right] = await it.embed(['a', 'b']);
    expect(short).toBeNull();
    expect(right).toEqual(Float32Array.of(3, 4, 5));
  });

  it('is left alone once it failed again and again, and asked again after a rest', async () => {
    answer = (_, response) => void response.writeHead(500).end();
    const it = endpoint({ restMs: 50 });
    await it.embed(['a', 'b', 'c', 'd']);
    expect(asked).toBe(4);
    answer = good;
    expect(await it.embed(['a'])).toEqual([null]);
    expect(asked).toBe(4);
    await new Promise((rested) => setTimeout(rested, 80));
    expect((await it.embed(['a']))[0]).not.toBeNull();
  });
});
