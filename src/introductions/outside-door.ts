import { Injectable } from '@nestjs/common';

import { OrganisationReadModel } from '../organisations/index.js';
import { Desk, type Asker } from './desk.js';
import { nobodyToAsk } from './introduction.errors.js';
import { Introducers } from './introducers.js';

/** Somebody whose name the asker may read, and the one way to ask them. */
export interface NamedIntroducer {
  /** of a member of the asker's own cluster */
  readonly organisation: string | null;
  /** of a member of another cluster that is shown by name */
  readonly mask: string | null;
  readonly name: string;
  readonly acronym: string;
  readonly year: number | null;
}

/** Ways to an organisation that is no member: public facts, and who of us worked with it. No contact of anybody. */
export interface WayOutside {
  readonly organisation: string;
  readonly name: string;
  readonly url: string | null;
  readonly introducers: readonly NamedIntroducer[];
  /**
   * members of other clusters worked with it as well and may be asked. Neither who, nor how many, nor in which project:
   * a consortium is public, and one kind and region in it is one name
   */
  readonly masked: boolean;
}

const most = 5;

@Injectable()
export class OutsideDoor {
  constructor(
    private readonly desk: Desk,
    private readonly organisations: OrganisationReadModel,
    private readonly introducers: Introducers,
  ) {}

  /** @throws {AppError} `introductions.nobody-to-ask` */
  async open(asker: Asker, organisation: string): Promise<WayOutside> {
    const card = await this.desk.asThemselves(asker, (unit) => this.organisations.card(unit, organisation));
    if (!card) throw nobodyToAsk();
    const { own, named, masked } = await this.introducers.of(asker, organisation);
    const ours = own.map(({ organisationId, ...one }) => ({
      ...one,
      organisation: organisationId,
      mask: null,
    }));
    const theirs = named.map((one) => ({ ...one, organisation: null }));
    const introducers = [...ours, ...theirs]
      .slice(0, most)
      .map(({ organisation, mask, name, acronym, year }) => ({ organisation, mask, name, acronym, year }));
    const { legalName: name, url } = card.facts;
    return { organisation, name, url, introducers, masked: masked.length > 0 };
  }
}
