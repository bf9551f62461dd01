import { Worker } from 'node:worker_threads';

import { Injectable } from '@nestjs/common';

import { assemble, type Assembly, type AssemblyLimits } from './assemble.js';
import type { AssemblyProblem } from './assembly-problem.js';

/** What one thread is started for. */
export interface AssemblyOrder {
  readonly problem: AssemblyProblem;
  readonly limits: AssemblyLimits;
}

/** The thread runs compiled code; from the sources, as tests do, it is solved in place. */
const thread = import.meta.url.endsWith('.js') ? new URL('./assembly-thread.js', import.meta.url) : null;

/**
 * Puts consortia together beside the requests of everybody else, one at a time: the solver does not let go of its thread
 * before it is done, a second or more for each proposal and each rule that is tried out.
 */
@Injectable()
export class AssemblyBench {
  #last: Promise<unknown> = Promise.resolve();

  assemble(problem: AssemblyProblem, limits: AssemblyLimits): Promise<Assembly> {
    const done = this.#last.then(() =>
      thread ? inThread(thread, { problem, limits }) : assemble(problem, limits),
    );
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function inThread(file: URL, order: AssemblyOrder): Promise<Assembly> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: order });
    worker.once('message', (assembly: Assembly) => {
      resolve(assembly);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the thread that assembles a consortium ended with ${code}`)); // no effect after its answer
    });
  });
}
