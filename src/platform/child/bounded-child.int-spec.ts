import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import type { ChildRequest } from '../../../test/support/child-that-tells.js';
import { spooled } from '../../../test/support/spooled.js';
import { runBounded, type BoundedEnd } from './bounded-child.js';

const module = new URL('../../../test/support/child-that-tells.js', import.meta.url);

describe('a child process with limits', () => {
  const run = async (
    request: ChildRequest,
    limits: { heapMb?: number; timeMs?: number } = {},
  ): Promise<{ end: BoundedEnd; messages: unknown[] }> => {
    const content = await spooled('what it may read');
    const messages: unknown[] = [];
    const end = await runBounded({
      module,
      content: content.fd,
      request,
      onMessage: (message) => messages.push(message),
      heapMb: 64,
      timeMs: 30_000,
      ...limits,
    });
    await content.close();
    return { end, messages };
  };

  it('has one file, a small heap, no environment, no network, and goes behind the service', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const { end, messages } = await run({ do: 'tell', port });
      expect(end).toBe('done');
      expect(messages).toEqual([
        {
          environment: [],
          content: 'what it may read',
          heapMb: expect.any(Number),
          priority: expect.any(Number),
          connection: 'this process reads a file; it has no network',
        },
      ]);
      const [{ heapMb, priority }] = messages as [{ heapMb: number; priority: number }];
      expect(heapMb).toBeLessThan(160); // what was asked, and the young generation
      expect(priority).toBeGreaterThan(0);
    } finally {
      server.close();
    }
  });

  it.each<[string, ChildRequest, { heapMb?: number; timeMs?: number }, BoundedEnd]>([
    ['that ends on its own with a failure', { do: 'exit' }, {}, 'crash'],
    ['that fills its heap', { do: 'fill' }, { heapMb: 40 }, 'memory'],
    ['that never ends', { do: 'spin' }, { timeMs: 2_500 }, 'time'],
  ])('%s is told from the others', async (_, request, limits, expected) => {
    expect(await run(request, limits)).toEqual({ end: expected, messages: [] });
  });
});
