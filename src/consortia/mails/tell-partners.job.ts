import { IsIn, IsString, IsUUID, Length } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';
import { partnerNews, type PartnerNews } from './seat-mails.js';

/** See `PartnerNews`. */
export class TellPartnersPayload implements PartnerNews {
  @IsIn(partnerNews)
  news!: PartnerNews['news'];

  @IsUUID()
  id!: string;

  @IsString()
  @Length(1, 40)
  mark!: string;
}

/** Writes to partners, as the service does: whoever caused it may not know whom to write to. */
export const tellPartnersJob = defineJob({
  queue: 'mail',
  name: 'tell-partners',
  payload: TellPartnersPayload,
  id: ({ news, id, mark }) => `tell-partners_${news}_${id}_${mark}`,
});
