import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import { listenOnFreePort } from '../http/listen-address.js';

/** One number of the service at the moment it is asked, by the values of one label; `''` where it has none. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  readonly values: ReadonlyMap<string, number>;
}

/** Upper bounds of the request durations counted, in seconds: from a cached list to a request that somebody gave up. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Figures of this process in Prometheus' text form, on a port of their own: memory, event loop delay, requests by
 * route, and what the service reads from the database when it is asked. Never an id, a name or an address.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram;
  readonly #read: () => Promise<readonly Reading[]>;
  readonly #gauges = new Map<string, Gauge>();
  #server: Server | undefined;

  /** @param read asked at each scrape; where it fails, the process's own figures are answered without it */
  constructor(read: () => Promise<readonly Reading[]>) {
    this.#read = read;
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: 'tessera_http_request_duration_seconds',
      help: 'Answered requests, by method, route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: durationBounds,
      registers: [this.#registry],
    });
  }

  /** Counts every answer; routes by their pattern, so that no id becomes a label. Before the routes are declared. */
  watchRequests(server: FastifyInstance): void {
    server.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'unknown';
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      this.#requests.observe(labels, reply.elapsedTime / 1000);
    });
  }

  /** @throws {AppError} `http.port-taken` */
  async listen(host: string, port: number): Promise<string> {
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') return void response.writeHead(404).end();
      void this.text().then((text) => {
        response.writeHead(200, { 'content-type': this.#registry.contentType }).end(text);
      });
    });
    await listenOnFreePort(
      (candidate) => listening(server, candidate, host),
      port,
      () => undefined,
      'METRICS_PORT',
    );
    this.#server = server;
    const { port: actual } = server.address() as AddressInfo;
    return `http://${host.includes(':') ? `[${host}]` : host}:${actual}/metrics`;
  }

  async text(): Promise<string> {
    const readings = await this.#read().catch((): null => null);
    this.#set({
      name: 'tessera_database_answers',
      help: '1 where the database answered this scrape',
      values: new Map([['', readings === null ? 0 : 1]]),
    });
    for (const reading of readings ?? []) this.#set(reading);
    return this.#registry.metrics();
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  #set({ name, help, label, values }: Reading): void {
    let gauge = this.#gauges.get(name);
    if (!gauge) {
      gauge = new Gauge({ name, help, labelNames: label ? [label] : [], registers: [this.#registry] });
      this.#gauges.set(name, gauge);
    }
    gauge.reset();
    for (const [value, number] of values) {
      if (label) gauge.set({ [label]: value }, number);
      else gauge.set(number);
    }
  }
}

async function listening(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}
