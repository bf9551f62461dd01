import { Injectable } from '@nestjs/common';

import { IntroducersReadModel, type Introducer } from '../organisations/index.js';
import { AskedReadModel } from './asked.read-model.js';
import { BehindMask } from './behind-mask.js';
import { Desk, type Asker } from './desk.js';

/** Who worked with an organisation and may be asked to introduce the asker to it. */
export interface KnownIntroducers {
  /** members of the asker's own clusters */
  readonly own: readonly Introducer[];
  /** members of other clusters that chose to be visible by name */
  readonly named: readonly (Introducer & { readonly mask: string })[];
  /** ids of others, for the service alone: nobody is told more than that there is somebody */
  readonly masked: readonly string[];
}

/** More than anybody reads; a large organisation has worked with hundreds. */
const considered = 200;

/** Finds who can introduce: by name within a cluster, behind a mask across clusters. */
@Injectable()
export class Introducers {
  readonly #asked = new AskedReadModel();

  constructor(
    private readonly desk: Desk,
    private readonly introducers: IntroducersReadModel,
    private readonly behind: BehindMask,
  ) {}

  /** Newest project first; without whoever does not want to meet the asker. */
  async of(asker: Asker, about: string): Promise<KnownIntroducers> {
    const self = asker.scope.role === 'member' ? (asker.scope.organisation ?? null) : null;
    const { own, others } = await this.desk.everywhere(asker.scope.user, async (unit) => {
      const { parties } = this.desk;
      const clusters = self === null ? asker.scope.clusters : await parties.clustersOf(unit, self);
      const within = async (some: readonly string[]): Promise<Introducer[]> =>
        (await this.introducers.introducers(unit, some, [about], considered)).get(about) ?? [];
      const fellows = await within(clusters);
      const known = new Set([self, ...fellows.map(({ organisationId }) => organisationId)]);
      const sisters = await within(unit.scope.clusters.filter((id) => !clusters.includes(id)));
      const met: Introducer[] = [];
      for (const one of fellows)
        if (self === null) met.push(one);
        else if (one.organisationId !== self && !(await parties.areApart(unit, self, one.organisationId)))
          met.push(one);
      return { own: met, others: sisters.filter(({ organisationId }) => !known.has(organisationId)) };
    });
    return { own, ...(await this.#sisters(asker, about, others)) };
  }

  /** The next member of another cluster to be asked, whoever it is: not one that was asked already; null: there is none. */
  async next(asker: Asker, about: string): Promise<string | null> {
    const { masked } = await this.of(asker, about);
    const { scope } = asker;
    const asked = await this.desk.everywhere(scope.user, (unit) =>
      this.#asked.askedAbout(unit, about, scope.role === 'member' ? (scope.organisation ?? null) : null, [
        ...scope.clusters,
      ]),
    );
    return masked.find((organisation) => !asked.includes(organisation)) ?? null;
  }

  async #sisters(
    { scope }: Asker,
    about: string,
    others: readonly Introducer[],
  ): Promise<Pick<KnownIntroducers, 'named' | 'masked'>> {
    const ids = others.map(({ organisationId }) => organisationId);
    const seen = await this.behind.among(scope, ids, about);
    const byId = new Map(seen.map((one) => [one.organisation, one]));
    const found = others.flatMap((one) => {
      const entry = byId.get(one.organisationId);
      return entry ? [{ ...one, mask: entry.mask, shownAs: entry.name }] : [];
    });
    return {
      named: found.flatMap(({ shownAs, ...one }) => (shownAs === null ? [] : [{ ...one, name: shownAs }])),
      masked: found.flatMap(({ shownAs, organisationId }) => (shownAs === null ? [organisationId] : [])),
    };
  }
}
