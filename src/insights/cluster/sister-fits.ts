import { Injectable } from '@nestjs/common';

import { CountedMembers } from '../../federation/index.js';
import { MemberFitsReadModel, type FitRun } from '../../matching/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Fewer than this and a count would point at somebody: it reads "fewer than five". */
export const leastShown = 5;

/** Id of the call → ids of members of sister clusters that fit it well; never shown, only counted. */
export type SisterFits = ReadonlyMap<string, ReadonlySet<string>>;

/** A count of members of other clusters: exact from five on, so that no number points at one organisation. */
export interface MaskedCount {
  /** null: some, but fewer than five */
  readonly count: number | null;
}

/** @param organisations who is counted @param own who is not: the asker's own members */
export function maskedCount(
  organisations: ReadonlySet<string> | undefined,
  own: ReadonlySet<string>,
): MaskedCount {
  const count = [...(organisations ?? [])].filter((id) => !own.has(id)).length;
  return { count: count > 0 && count < leastShown ? null : count };
}

/** Members of sister clusters, as far as these let them be counted: read by the service itself, because an asker may not. */
@Injectable()
export class ReadSisterFits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly counted: CountedMembers,
    private readonly fits: MemberFitsReadModel,
  ) {}

  /** @param real only organisations that exist: as soon as the asker's own members do */
  async besides(ownId: string, run: FitRun, real: boolean): Promise<SisterFits> {
    const found = new Map<string, Set<string>>();
    for (const [sister, members] of await this.counted.ofSisters(ownId)) {
      const { byMember } = await this.unitOfWork.run(systemScope([sister]), (unit) =>
        this.fits.ofCluster(unit, run, sister),
      );
      for (const { member } of members) {
        if (real && member.invented) continue;
        for (const { opportunity } of byMember.get(member.id) ?? []) {
          const organisations = found.get(opportunity) ?? new Set<string>();
          found.set(opportunity, organisations.add(member.id));
        }
      }
    }
    return found;
  }
}
