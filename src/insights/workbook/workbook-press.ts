import { Worker } from 'node:worker_threads';

import { Injectable } from '@nestjs/common';

import { workbookFile, type WorkbookContents } from './workbook-file.js';

/** The thread runs compiled code; from the sources, as tests do, the file is written in place. */
const thread = import.meta.url.endsWith('.js') ? new URL('./workbook-thread.js', import.meta.url) : null;

/**
 * Writes workbooks beside the requests of everybody else, one at a time: a large cluster's takes seconds of work and
 * some hundred megabytes.
 */
@Injectable()
export class WorkbookPress {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns the bytes of an .xlsx file */
  write(contents: WorkbookContents): Promise<Uint8Array> {
    const written = this.#last.then(() => (thread ? inThread(thread, contents) : workbookFile(contents)));
    this.#last = written.catch(() => undefined);
    return written;
  }
}

function inThread(file: URL, contents: WorkbookContents): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: contents });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(bytes);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the thread that writes a workbook ended with ${code}`)); // no effect after its answer
    });
  });
}
