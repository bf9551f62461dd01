import { Injectable } from '@nestjs/common';

import { PublishShared, publishSharedJob } from '../../federation/index.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { SharedSegments } from './shared-segments.js';

/** What sisters see keeps up with what their members say, with memberships that end and agreements that begin. */
@Injectable()
export class PublishSharedProcessor {
  constructor(registry: JobRegistry, publish: PublishShared, segments: SharedSegments) {
    registry.handle(publishSharedJob, async ({ clusterId }) => {
      await segments.refresh(clusterId);
    });
    registry.sweep('federation.stale', async () =>
      (await publish.stale()).map((payload) => ({ job: publishSharedJob, payload })),
    );
  }
}
