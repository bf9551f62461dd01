import type { ManagementReport, StaffDigest } from '../../src/insights/reports/report-mails.js';

/** Invented figures. */
export const staffDigest: StaffDigest = {
  cadence: 'weekly',
  figures: {
    digests: { sent: 41, readers: 38, replied: 6, lost: 1 },
    needs: [{ board: 'Batterie di seconda vita', text: 'A test site for opened modules, TRL 6 to 7' }],
    thin: [
      { title: 'Circular plastics for transport', identifier: 'HORIZON-EXAMPLE-02', daysLeft: 1, members: 1 },
      { title: 'Safe robots beside people', identifier: 'HORIZON-EXAMPLE-03', daysLeft: 34, members: 2 },
    ],
    dormant: ['Rigentra S.r.l.', 'Società consortile per azioni '.repeat(10).slice(0, 300)],
    imports: [{ source: 'members', refused: 3 }],
  },
};

export const badDay: StaffDigest = {
  cadence: 'daily',
  figures: {
    digests: { sent: 0, readers: 0, replied: 0, lost: 1 },
    needs: [],
    thin: [],
    dormant: [],
    imports: [{ source: 'members', refused: 1 }],
  },
};

export const managementReport: ManagementReport = {
  month: '2026-11',
  figures: {
    members: 1_204,
    confirmed: 67,
    dormant: 4,
    readers: 38,
    digests: 152,
    useful: null,
    notForUs: 0,
    calls: 214,
    strong: 88,
    thin: 51,
    boards: 9,
    agreed: 2,
  },
  baselines: {
    requestsPerNeed: 2.4,
    approvedNeeds: 31,
    digestAnswered: 0.37,
    accepted: 0.46,
    answeredInWeek: null,
    interviewed: 12,
    newcomers: 0.22,
  },
};
