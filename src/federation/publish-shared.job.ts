import { IsString, IsUUID, MaxLength } from 'class-validator';

import { defineJob } from '../platform/queue/index.js';

export class PublishSharedPayload {
  @IsUUID()
  clusterId!: string;

  @IsString()
  @MaxLength(64)
  fingerprint!: string;
}

/** What sisters may see of a cluster's members is made again, and then what they are ranked by. */
export const publishSharedJob = defineJob({
  queue: 'matching',
  name: 'publish-shared',
  payload: PublishSharedPayload,
  id: ({ clusterId, fingerprint }) => `publish-shared_${clusterId}_${fingerprint}`,
});
