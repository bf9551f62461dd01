import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AccessSettings, ClusterReadModel } from '../../accounts/index.js';
import { isListed, OpportunityReadModel } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DemoPeople, demoPassword } from './demo-people.js';
import { WelcomeResponse, type DemonstrationResponse } from './welcome.dto.js';

/** A figure below this could point at somebody, so it is not told to the public. */
const smallestFigure = 5;

/** What a visitor who has not signed in is told; public, so without a member's name or a small figure. */
@ApiTags('welcome')
@Controller('welcome')
export class WelcomeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clusters: ClusterReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly people: DemoPeople,
    private readonly access: AccessSettings,
  ) {}

  /** Which clusters run this, how much is listed, and how to look around in a demonstration. */
  @Get()
  async read(): Promise<WelcomeResponse> {
    const now = this.clock.now();
    const { clusters, standings } = await this.unitOfWork.run(systemScope(), async (unit) => ({
      clusters: await this.clusters.all(unit),
      standings: await this.opportunities.standings(unit, now),
    }));
    const listed = standings.filter(({ status }) => isListed(status)).length;
    return {
      clusters: clusters.map(({ slug, nameEn, nameIt, city, url }) => ({ slug, nameEn, nameIt, city, url })),
      listed: listed < smallestFigure ? null : listed,
      demonstration: await this.#demonstration(),
    };
  }

  /** Only a service that is open to its own machine has people whose password everybody may know. */
  async #demonstration(): Promise<DemonstrationResponse | null> {
    if (!this.access.open) return null;
    const people = await this.people.present();
    return people.length === 0 ? null : { people, password: demoPassword };
  }
}
