import { FastifyAdapter } from '@nestjs/platform-fastify';

import { Metrics } from './metrics.js';

const work = { name: 'tessera_units', help: 'Units by state', label: 'state' };

describe('metrics', () => {
  it('answers the process, the requests by route pattern, and what it reads at that moment', async () => {
    let pending = 3;
    const metrics = new Metrics(async () => [{ ...work, values: new Map([['pending', (pending += 1)]]) }]);
    const server = new FastifyAdapter().getInstance();
    metrics.watchRequests(server);
    server.get('/things/:id', async () => 'here');
    const service = await server.listen({ host: '127.0.0.1', port: 0 });
    await (await fetch(`${service}/things/secret-17`)).text();
    await (await fetch(`${service}/elsewhere-18`)).text();
    const address = await metrics.listen('127.0.0.1', 0);
    try {
      const first = await (await fetch(address)).text();
      expect(first).toContain('tessera_units{state="pending"} 4');
      expect(first).toContain('route="/things/:id",status="200"} 1');
      expect(first).toContain('route="unknown",status="404"} 1');
      expect(first).toContain('nodejs_eventloop_lag_p99_seconds');
      expect(first).not.toMatch(/secret-17|elsewhere-18/);
      expect(await (await fetch(address)).text()).toContain('tessera_units{state="pending"} 5');
      expect((await fetch(new URL('/', address))).status).toBe(404);
    } finally {
      await metrics.close();
      await server.close();
    }
  });

  it('forgets the states that are gone, and answers the rest while the database does not', async () => {
    const answers = [new Map([['pending', 2]]), new Map([['done', 2]]), null];
    const metrics = new Metrics(async () => {
      const values = answers.shift();
      if (!values) throw new Error('no database');
      return [{ ...work, values }];
    });
    expect(await metrics.text()).toContain('tessera_units{state="pending"} 2');
    const second = await metrics.text();
    expect(second).toContain('tessera_units{state="done"} 2');
    expect(second).not.toContain('pending');
    const third = await metrics.text();
    expect(third).toContain('tessera_database_answers 0');
    expect(third).toContain('process_resident_memory_bytes');
  });

  it('refuses a port that is taken', async () => {
    const metrics = new Metrics(async () => []);
    const other = new Metrics(async () => []);
    const { port } = new URL(await metrics.listen('127.0.0.1', 0));
    try {
      await expect(other.listen('127.0.0.1', Number(port))).rejects.toThrow(`METRICS_PORT ${port} is taken`);
    } finally {
      await metrics.close();
    }
  });
});
