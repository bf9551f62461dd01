import { parentPort, workerData } from 'node:worker_threads';

import { workbookFile, type WorkbookContents } from './workbook-file.js';

/** Started for one file, and ends with it. */
const bytes = workbookFile(workerData as WorkbookContents);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
