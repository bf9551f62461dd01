import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../accounts/index.js';
import { Desk, type Asker } from './desk.js';
import { badClosing, nobodyToAsk } from './introduction.errors.js';

export interface ClosingDay {
  readonly from: string;
  readonly until: string;
}

/** On which days an organisation is closed, in its own word. */
@Injectable()
export class ClosingDays {
  constructor(
    private readonly desk: Desk,
    private readonly audit: AuditTrail,
  ) {}

  async own(asker: Asker): Promise<ClosingDay[]> {
    const organisation = ownOrganisation(asker);
    return this.desk.everywhere(asker.scope.user, async (unit) =>
      (await this.desk.parties.closings(unit, organisation)).map(({ from, until }) => ({ from, until })),
    );
  }

  /** In the place of those said before. @throws {AppError} `introductions.bad-closing` */
  async write(asker: Asker, days: readonly ClosingDay[]): Promise<ClosingDay[]> {
    const organisation = ownOrganisation(asker);
    if (days.some(({ from, until }) => from > until || !isDay(from) || !isDay(until))) throw badClosing();
    await this.desk.everywhere(asker.scope.user, async (unit) => {
      await this.desk.parties.writeClosings(unit, organisation, days);
      await this.audit.record(unit, 'organisation.closing-days', { days: days.length }, { organisation });
    });
    return this.own(asker);
  }
}

function ownOrganisation({ scope }: Asker): string {
  if (scope.organisation === undefined) throw nobodyToAsk();
  return scope.organisation;
}

/** 31 February is none. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}
