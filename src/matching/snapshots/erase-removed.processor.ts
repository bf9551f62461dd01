import { Injectable } from '@nestjs/common';

import { HeldRecords, organisationRemovedJob } from '../../accounts/index.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { FeedbackStore } from '../feedback/feedback.store.js';
import { SharedSegments } from './shared-segments.js';
import { EraseFromSnapshots } from './erase-from-snapshots.js';

/** What was made of the removed goes too: an organisation out of every stored segment, a person's name off their judgements. */
@Injectable()
export class EraseRemovedProcessor {
  constructor(
    registry: JobRegistry,
    held: HeldRecords,
    snapshots: EraseFromSnapshots,
    feedback: FeedbackStore,
    shared: SharedSegments,
  ) {
    registry.handle(organisationRemovedJob, async ({ organisationId }) => {
      await snapshots.erase(new Set([organisationId]));
      await shared.forgetOld();
    });
    held.onForget((unit, user) => feedback.forgetActor(unit, user));
  }
}
