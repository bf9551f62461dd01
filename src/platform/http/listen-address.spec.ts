import { listenOnFreePort, requireLoopback } from './listen-address.js';

const taken = (...ports: number[]): ((port: number) => Promise<void>) => {
  return (port) =>
    ports.includes(port)
      ? Promise.reject(Object.assign(new Error('taken'), { code: 'EADDRINUSE' }))
      : Promise.resolve();
};

describe('where the service listens', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('may be %s', (host) => {
    expect(() => requireLoopback(host)).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.evil.example', ''])(
    'may not be "%s"',
    (host) => {
      expect(() => requireLoopback(host)).toThrow('the service speaks plain http');
    },
  );

  it('is the next free port where none was asked for, and it says so', async () => {
    const notes: string[] = [];
    await listenOnFreePort(taken(3000, 3001), null, (line) => notes.push(line));
    expect(notes).toEqual(['Port 3000 is taken; trying 3001.', 'Port 3001 is taken; trying 3002.']);
  });

  it('is refused where the port asked for is taken', async () => {
    await expect(listenOnFreePort(taken(8080), 8080, () => undefined)).rejects.toThrow('PORT 8080 is taken');
  });
});
