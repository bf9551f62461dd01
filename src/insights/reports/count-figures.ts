import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ReadFairness } from '../fairness/read-fairness.js';
import { ReadMembers } from '../members/read-members.js';
import { ReadRadar } from '../radar/read-radar.js';
import {
  toldFigure,
  toldShare,
  toldShareOfPeople,
  type Baselines,
  type ManagementFigures,
  type StaffFigures,
  type ThinCall,
} from './report-figures.js';
import { ReportReadModel, type DueReport } from './report.read-model.js';

/** A call that closes later is no news yet. */
const soonDays = 60;
/** More is not read; the pages have the rest. */
const mostLines = 8;

/** Counts what reports tell, as an officer of the cluster would find it. */
@Injectable()
export class CountFigures {
  readonly #reports = new ReportReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly radar: ReadRadar,
    private readonly members: ReadMembers,
    private readonly fairness: ReadFairness,
  ) {}

  async staff(report: DueReport): Promise<StaffFigures> {
    const { cluster, slug, until } = report;
    const scope: Scope = { role: 'officer', clusters: [cluster] };
    const radar = await this.radar.all(scope, { cluster: slug, asOf: until });
    const { rows } = await this.members.all(scope, { cluster: slug, asOf: until });
    const thin: ThinCall[] = radar.rows.flatMap(({ call, cover, deadlines, strong, good }) => {
      const daysLeft = deadlines[0]?.daysLeft;
      if (cover !== 'thin' || daysLeft === undefined || daysLeft > soonDays) return [];
      return [{ title: call.title, identifier: call.identifier, daysLeft, members: strong + good }];
    });
    const counted = await this.unitOfWork.run(scope, async (unit) => ({
      needs: await this.#reports.openNeeds(unit, cluster, mostLines),
      imports: await this.#reports.imports(unit, report),
    }));
    const digests = await this.unitOfWork.run(systemScope([cluster]), (unit) =>
      this.#reports.digests(unit, report),
    );
    const dormant = rows.filter(({ state }) => state === 'dormant').map(({ member }) => member.name);
    return {
      digests,
      ...counted,
      thin: thin.sort((a, b) => a.daysLeft - b.daysLeft).slice(0, mostLines),
      dormant: dormant.slice(0, mostLines),
    };
  }

  /** Counts alone: no name, no line about one member, and no count of people under five. */
  async management(report: DueReport): Promise<ManagementFigures> {
    const { cluster, slug, until } = report;
    const scope: Scope = { role: 'officer', clusters: [cluster] };
    const radar = await this.radar.all(scope, { cluster: slug, asOf: until });
    const { rows } = await this.members.all(scope, { cluster: slug, asOf: until });
    const system = systemScope([cluster]);
    const digests = await this.unitOfWork.run(system, (unit) => this.#reports.digests(unit, report));
    const { useful, notForUs } = await this.unitOfWork.run(system, (unit) =>
      this.#reports.answers(unit, report),
    );
    const boards = await this.unitOfWork.run(scope, (unit) => this.#reports.boards(unit, cluster));
    const inState = (state: string): number => rows.filter((row) => row.state === state).length;
    const covered = (cover: string): number => radar.rows.filter((row) => row.cover === cover).length;
    return {
      members: rows.length - inState('left'),
      confirmed: inState('confirmed'),
      dormant: inState('dormant'),
      readers: toldFigure('readers', digests.readers),
      digests: toldFigure('digests', digests.sent),
      useful: toldFigure('useful', useful),
      notForUs: toldFigure('notForUs', notForUs),
      calls: radar.rows.length,
      strong: covered('strong'),
      thin: covered('thin'),
      ...boards,
    };
  }

  /** Ours of what others publish figures for. */
  async baselines(report: DueReport): Promise<Baselines> {
    const { cluster, slug, until } = report;
    const { counted, digests } = await this.unitOfWork.run(systemScope([cluster]), async (unit) => ({
      counted: await this.#reports.counted(unit, report),
      digests: await this.#reports.digests(unit, report),
    }));
    const { byExperience, suggestions } = await this.fairness.of(
      { role: 'officer', clusters: [cluster] },
      slug,
      until,
    );
    const newcomers = byExperience.find(({ code }) => code === 'newcomer')?.suggestions ?? 0;
    return {
      requestsPerNeed: toldShare(counted.forNeeds, counted.needs),
      approvedNeeds: counted.needs,
      digestAnswered: toldShareOfPeople(digests.replied, digests.readers),
      accepted: toldShare(counted.accepted, counted.ended),
      answeredInWeek: toldShare(counted.answeredInWeek, counted.weekOld),
      interviewed: counted.interviewed,
      newcomers: toldShare(newcomers, suggestions),
    };
  }
}
