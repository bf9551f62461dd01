import type { MessageEvent } from '@nestjs/common';
import {
  concatMap,
  distinctUntilChanged,
  endWith,
  from,
  ignoreElements,
  interval,
  map,
  merge,
  scan,
  share,
  takeUntil,
  takeWhile,
  timer,
  type Observable,
} from 'rxjs';

import { watched, type ImportLook, type ImportWatch } from './watch-import.js';

/** How often a watcher is told, in milliseconds. */
const lookMs = 500;

/** How often something is said where nothing changes, so that nobody on the way takes the line for dead, in milliseconds. */
const heartbeatMs = 15_000;

/**
 * What somebody who watches an import is told, until nothing more can come.
 *
 * @param look at the import, in the watcher's own scope: who may no longer see it is told nothing more
 * @param say what is told of a look
 */
export function importEvents(
  look: () => Promise<ImportLook>,
  say: (look: ImportLook) => object,
): Observable<MessageEvent> {
  const told = timer(0, lookMs).pipe(
    concatMap(() => from(look())),
    scan(watched, null as ImportWatch | null),
    takeWhile((watch) => watch?.isOver !== true, true),
    map((watch) => JSON.stringify(watch && say(watch.look))),
    distinctUntilChanged(),
    map((data): MessageEvent => ({ data })),
    share(),
  );
  const over = told.pipe(ignoreElements(), endWith(true));
  const heartbeats = interval(heartbeatMs).pipe(
    map((): MessageEvent => ({ comment: 'nothing new' })),
    takeUntil(over),
  );
  return merge(heartbeats, told);
}
