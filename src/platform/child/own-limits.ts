import { Socket as DatagramSocket } from 'node:dgram';
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/**
 * For a process that reads what strangers wrote: no connection to anywhere, not even to the database beside it, and an
 * end at its time limit also where nobody is left to stop it and its only thread is busy.
 *
 * @param timeMs until it kills itself
 */
export function limitSelf(timeMs: number): void {
  const refuse = (): never => {
    throw new Error('this process reads a file; it has no network');
  };
  Socket.prototype.connect = refuse;
  DatagramSocket.prototype.bind = refuse;
  DatagramSocket.prototype.connect = refuse;
  DatagramSocket.prototype.send = refuse;
  const watch = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${timeMs})`;
  new Worker(watch, { eval: true, execArgv: [] }).unref();
  process.on('disconnect', () => process.exit()); // nobody is listening any more
}
