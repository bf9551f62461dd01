import { connect } from 'node:net';
import { getPriority } from 'node:os';
import { readSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

import { contentFile } from '../../src/platform/child/bounded-child.js';
import { limitSelf } from '../../src/platform/child/own-limits.js';

/** The body of a child process that tells what it has and may, or ends badly where it is told to. */
export interface ChildRequest {
  readonly do: 'tell' | 'exit' | 'fill' | 'spin';
  /** an address that listens */
  readonly port?: number;
}

process.once('message', (request) => {
  const { do: what, port } = request as ChildRequest;
  if (what === 'exit') process.exit(3);
  if (what === 'spin') for (;;);
  if (what === 'fill') {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  }
  limitSelf(60_000);
  const content = Buffer.alloc(100);
  const read = readSync(contentFile, content, 0, content.length, 0);
  const told = {
    environment: Object.keys(process.env).filter((name) => name !== 'NODE_CHANNEL_FD'),
    content: content.toString('utf8', 0, read),
    heapMb: Math.round(getHeapStatistics().heap_size_limit / 1024 / 1024),
    priority: getPriority(),
    connection: connection(port ?? 0),
  };
  process.send?.(told, undefined, undefined, () => process.disconnect());
});

function connection(port: number): string {
  try {
    connect(port, '127.0.0.1');
    return 'tried';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
