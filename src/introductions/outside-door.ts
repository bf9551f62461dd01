import { Injectable } from '@nestjs/common';

import { IntroducersReadModel, OrganisationReadModel, type Introducer } from '../organisations/index.js';
import { Desk, type Asker } from './desk.js';
import { nobodyToAsk } from './introduction.errors.js';

/** Ways to an organisation that is no member: public facts, and who of us worked with it. No contact of anybody. */
export interface WayOutside {
  readonly organisation: string;
  readonly name: string;
  readonly url: string | null;
  readonly introducers: (Pick<Introducer, 'name' | 'acronym' | 'year'> & { readonly organisation: string })[];
}

const most = 5;

@Injectable()
export class OutsideDoor {
  constructor(
    private readonly desk: Desk,
    private readonly organisations: OrganisationReadModel,
    private readonly introducers: IntroducersReadModel,
  ) {}

  /** @throws {AppError} `introductions.nobody-to-ask` */
  async open(asker: Asker, organisation: string): Promise<WayOutside> {
    const card = await this.desk.asThemselves(asker, (unit) => this.organisations.card(unit, organisation));
    if (!card) throw nobodyToAsk();
    const own = asker.scope.role === 'member' ? (asker.scope.organisation ?? null) : null;
    return this.desk.everywhere(asker.scope.user, async (unit) => {
      const clusters = own === null ? asker.scope.clusters : await this.desk.parties.clustersOf(unit, own);
      const found = await this.introducers.introducers(unit, clusters, [organisation], most + 1);
      const others = (found.get(organisation) ?? []).filter((one) => one.organisationId !== own);
      const introducers: (Pick<Introducer, 'name' | 'acronym' | 'year'> & { organisation: string })[] = [];
      for (const { organisationId, name, acronym, year } of others.slice(0, most))
        if (own === null || !(await this.desk.parties.areApart(unit, own, organisationId)))
          introducers.push({ organisation: organisationId, name, acronym, year });
      return { organisation, name: card.facts.legalName, url: card.facts.url, introducers };
    });
  }
}
