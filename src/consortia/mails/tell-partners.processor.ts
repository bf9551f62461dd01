import { Injectable } from '@nestjs/common';

import { JobRegistry } from '../../platform/queue/index.js';
import { tellPartnersJob } from './tell-partners.job.js';
import { TellPartners } from './tell-partners.js';

@Injectable()
export class TellPartnersProcessor {
  constructor(registry: JobRegistry, partners: TellPartners) {
    registry.handle(tellPartnersJob, (payload) => partners.tell(payload));
  }
}
