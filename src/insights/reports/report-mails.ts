import { defineMail } from '../../platform/mail/index.js';
import type { Baselines, Cadence, ManagementFigures, StaffFigures } from './report-figures.js';

/** What a cluster's staff is told of a week, or of a day on which something went wrong. */
export interface StaffDigest {
  readonly cadence: Cadence;
  readonly figures: StaffFigures;
}

export const staffDigestMail = defineMail<StaffDigest>({
  name: 'staff-digest',
  catalogue: 'M10',
  class: 'service',
});

/** What a cluster's managers are told of a month: counts alone. */
export interface ManagementReport {
  /** `2026-11` */
  readonly month: string;
  readonly figures: ManagementFigures;
  /** ours of what others publish figures for */
  readonly baselines: Baselines;
}

export const managementReportMail = defineMail<ManagementReport>({
  name: 'management-report',
  catalogue: 'M11',
  class: 'service',
  staleAfterHours: 72,
});
