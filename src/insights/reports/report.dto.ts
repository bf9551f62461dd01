import { IsOptional, IsString, Length, Matches } from 'class-validator';

import { fewest, type Baselines, type ManagementFigures } from './report-figures.js';

export class ReportQuery {
  /** Short name of the cluster: `afil`; needed only by whoever works for several. */
  @IsOptional()
  @IsString()
  @Length(2, 40)
  cluster?: string;

  /** `2026-11`; this month, up to now, if absent. */
  @IsOptional()
  @Matches(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
  month?: string;
}

/** Counts alone; null: from one to four people, which could point at somebody. */
export class ManagementFiguresResponse {
  /** Organisations that belong to the cluster. */
  members!: number | null;

  /** Members where somebody said within a year that the profile is right. */
  confirmed!: number | null;

  /** Members whose last confirmation is older than a year. */
  dormant!: number | null;

  /** People who got at least one digest in the month. */
  readers!: number | null;

  /** Mails with calls that the mail server took in the month. */
  digests!: number | null;

  /** Proposals that members called useful in the month. */
  useful!: number | null;

  /** Proposals that members refused in the month. */
  notForUs!: number | null;

  /** Calls that are open or forthcoming. */
  calls!: number | null;

  /** Of these, those that three or more members fit. */
  strong!: number | null;

  /** Of these, those that one or two members fit. */
  thin!: number | null;

  /** Consortia that officers put together. */
  boards!: number | null;

  /** Of these, those whose partners have agreed. */
  agreed!: number | null;
}

/**
 * Ours of what others publish figures for; null: a share of fewer than five, or of which from one to four people are a part.
 * Shares are parts of one.
 */
export class BaselinesResponse {
  /** Requests for the seats of an approved need within 28 days, a need; of the last year. */
  requestsPerNeed!: number | null;

  /** Needs that staff approved in the last year. */
  approvedNeeds!: number | null;

  /** Share of the month's readers of digests who answered a proposal. */
  digestAnswered!: number | null;

  /** Share of requests accepted, of those answered or expired, in the last year. */
  accepted!: number | null;

  /** Share of requests answered within seven days, in the last year. */
  answeredInWeek!: number | null;

  /** Members asked in a guided interview. */
  interviewed!: number | null;

  /** Share of newcomers among suggestions. */
  newcomers!: number | null;
}

export class ManagementReportResponse {
  cluster!: string;

  /** `2026-11` */
  month!: string;

  /** ISO instant that states were read at: the end of the month, or now. */
  until!: string;

  /** Fewer people than this are not told. */
  fewest!: number;

  figures!: ManagementFiguresResponse;

  baselines!: BaselinesResponse;
}

export function toManagementReportResponse(report: {
  readonly slug: string;
  readonly period: string;
  readonly until: Date;
  readonly figures: ManagementFigures;
  readonly baselines: Baselines;
}): ManagementReportResponse {
  const { slug, period, until, figures, baselines } = report;
  return {
    cluster: slug,
    month: period,
    until: until.toISOString(),
    fewest,
    figures: {
      members: figures.members,
      confirmed: figures.confirmed,
      dormant: figures.dormant,
      readers: figures.readers,
      digests: figures.digests,
      useful: figures.useful,
      notForUs: figures.notForUs,
      calls: figures.calls,
      strong: figures.strong,
      thin: figures.thin,
      boards: figures.boards,
      agreed: figures.agreed,
    },
    baselines: {
      requestsPerNeed: baselines.requestsPerNeed,
      approvedNeeds: baselines.approvedNeeds,
      digestAnswered: baselines.digestAnswered,
      accepted: baselines.accepted,
      answeredInWeek: baselines.answeredInWeek,
      interviewed: baselines.interviewed,
      newcomers: baselines.newcomers,
    },
  };
}
