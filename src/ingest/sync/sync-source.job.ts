import { IsIn, IsInt, Matches, Min } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';
import { syncedSources, type SyncedSource } from './synced-source.js';

export class SyncSource {
  @IsIn(syncedSources)
  source!: SyncedSource;

  @Matches(/^\d{8}T\d{4}$/)
  slot!: string;

  @Matches(/^\d{10}$/)
  hour!: string;

  @IsInt()
  @Min(0)
  failures!: number;
}

/** Renews one source whose slot has come. */
export const syncSourceJob = defineJob({
  queue: 'ingest',
  name: 'sync-source',
  payload: SyncSource,
  id: ({ source, slot, hour, failures }) => `sync_${source}_${slot}_${failures}_${hour}`,
});
