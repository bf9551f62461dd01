import { IsUUID } from 'class-validator';

import { defineJob } from '../../../platform/queue/index.js';

export class OrganisationRemoved {
  @IsUUID()
  removalId!: string;

  @IsUUID()
  organisationId!: string;
}

/** An organisation was removed: whoever keeps something made of its data takes it out there too. */
export const organisationRemovedJob = defineJob({
  queue: 'matching',
  name: 'organisation-removed',
  payload: OrganisationRemoved,
  id: ({ removalId }) => `organisation-removed_${removalId}`,
});
