import { parentPort, workerData } from 'node:worker_threads';

import type { AssemblyOrder } from './assembly-bench.js';
import { assemble } from './assemble.js';

/** Started for one question, and ends with it. */
const { problem, limits } = workerData as AssemblyOrder;
parentPort?.postMessage(await assemble(problem, limits));
