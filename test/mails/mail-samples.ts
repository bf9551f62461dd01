import { noticeLetter, signInLinkLetter } from '../../src/accounts/notices/account-letters.js';
import type { NoticeKind } from '../../src/accounts/notices/notice-kind.js';
import { invitationLetter, reminderLetter } from '../../src/accounts/people/invitation-mail.js';
import { lateNoticeLetter } from '../../src/accounts/people/removal/late-notice-mail.js';
import { suspendedAddressLetter } from '../../src/accounts/people/suspended/suspended-mail.js';
import { removalLinkLetter } from '../../src/accounts/people/removal/removal-link-mail.js';
import { removalLetter } from '../../src/accounts/people/removal/removal-mail.js';
import {
  digestLetter,
  savedAlertLetter,
  silenceLetter,
  webhookOffLetter,
  type ToldCall,
} from '../../src/digests/index.js';
import { managementReportLetter } from '../../src/insights/reports/management-report-letter.js';
import { staffDigestLetter } from '../../src/insights/reports/staff-digest-letter.js';
import { interviewLetter } from '../../src/organisations/interview/interview-mail.js';
import { ideaSamples } from './idea-samples.js';
import { seatSamples } from './seat-samples.js';
import { introductionSamples } from './introduction-samples.js';
import { serviceBrand, type Brand, type Letter } from '../../src/platform/mail/index.js';
import { badDay, managementReport, staffDigest } from './report-samples.js';
import { digestEnvelope, items, longItem, nothingWaits, saved, waiting } from './digest-sample.js';

export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];

/** One mail of the catalogue as somebody might get it. Everything in it is invented. */
export interface MailSample {
  /** names its fixtures: `digest-silence` */
  readonly name: string;
  /** the mail as it is defined: `digest` */
  readonly mail: string;
  readonly brand: Brand;
  readonly letter: (language: Language) => Letter;
}

export const base = 'https://tessera.example';
/** As long as the real ones. */
export const token = 'Tk'.padEnd(43, 'x');

/** A cluster with a colour on which white could not be read. */
const cluster: Brand = {
  ...serviceBrand,
  name: 'Cluster Esempio · Tessera',
  senderName: 'Cluster Esempio (Tessera)',
  colour: '#f0a030',
  replyTo: 'digest@cluster.example',
  postalAddress: 'Via dell’Invenzione 1, 20100 Milano (invented)',
  privacyUrl: 'https://cluster.example/privacy',
};

const device = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

const notice = (kind: NoticeKind, from: string | null): MailSample => ({
  name: `account-notice-${kind}`,
  mail: 'account-notice',
  brand: serviceBrand,
  letter: (language) => noticeLetter({ name: 'Ada Bianchi', language }, { kind, device: from, base }),
});

const invited = (language: Language) => ({
  clusterName: 'Cluster Esempio',
  name: 'Ada Bianchi',
  email: 'ada@member.example',
  language,
  source: 'officer' as const,
});

const deadline = (at: string) => ({ at, zone: 'Europe/Brussels', stage: 'single' as const });

const moved: ToldCall = {
  identifier: 'HORIZON-EXAMPLE-01',
  title: 'Automated disassembly of batteries for second-life use',
  changes: [
    {
      field: 'deadlines',
      before: [deadline('2027-04-13T15:00:00Z')],
      now: [deadline('2027-09-15T15:00:00Z')],
    },
    {
      field: 'budget',
      before: null,
      now: {
        totalEur: 26_000_000,
        shared: false,
        perProjectMinEur: null,
        perProjectMaxEur: 6_500_000,
        expectedGrants: 4,
      },
    },
  ],
  near: null,
};

const withdrawn: ToldCall = {
  identifier: 'HORIZON-EXAMPLE-02',
  title: 'Digital twins of <small> foundries & their “shadows”',
  changes: [{ field: 'statedStatus', before: 'open', now: 'withdrawn' }],
  near: null,
};

const near: ToldCall = {
  identifier: 'HORIZON-EXAMPLE-03',
  title: 'Circular design of machine tools',
  changes: [],
  near: { deadline: deadline('2027-02-02T16:00:00Z'), daysLeft: 6 },
};

const alertEnvelope = (language: Language) => ({
  language,
  name: 'Ada Bianchi',
  base,
  subscriptionToken: token,
});

const talked = {
  en: [
    {
      id: '00000000-0000-4000-8000-0000000000a1',
      statement: 'Automated cells that open battery modules of <any> maker',
      kind: 'offer',
      trlFrom: 5,
      trlTo: 6,
    },
    {
      id: '00000000-0000-4000-8000-0000000000a2',
      statement: 'We look for somebody who measures the state of health of cells',
      kind: 'need',
      trlFrom: null,
      trlTo: null,
    },
  ],
  it: [
    {
      id: '00000000-0000-4000-8000-0000000000a1',
      statement: 'Celle automatiche che aprono moduli di batterie di <qualsiasi> produttore',
      kind: 'offer',
      trlFrom: 5,
      trlTo: 6,
    },
    {
      id: '00000000-0000-4000-8000-0000000000a2',
      statement: 'Cerchiamo chi misuri lo stato di salute delle celle',
      kind: 'need',
      trlFrom: null,
      trlTo: null,
    },
  ],
} as const;

/** Every mail there is, at least once: what the check M-01 reads, and people look at. */
export const mailSamples: readonly MailSample[] = [
  {
    name: 'digest',
    mail: 'digest',
    brand: cluster,
    letter: (language) =>
      digestLetter(
        { items: items[language], saved: saved[language], waiting: waiting[language] },
        digestEnvelope(language),
      ),
  },
  {
    name: 'digest-one',
    mail: 'digest',
    brand: cluster,
    letter: (language) =>
      digestLetter(
        { items: items[language].slice(0, 1), saved: [], waiting: nothingWaits },
        digestEnvelope(language),
      ),
  },
  {
    name: 'digest-needs',
    mail: 'digest',
    brand: cluster,
    letter: (language) =>
      digestLetter(
        { items: [], saved: [], waiting: { ...waiting[language], requests: 0 } },
        digestEnvelope(language),
      ),
  },
  {
    name: 'digest-long',
    mail: 'digest',
    brand: { ...cluster, name: longItem.title },
    letter: (language) =>
      digestLetter(
        {
          items: [0, 1, 2, 3, 4].map((at) => ({ ...longItem, at })),
          saved: saved[language],
          waiting: nothingWaits,
        },
        { ...digestEnvelope(language), name: longItem.title, organisation: longItem.title },
      ),
  },
  {
    name: 'digest-silence',
    mail: 'digest',
    brand: cluster,
    letter: (language) => silenceLetter(digestEnvelope(language)),
  },
  {
    name: 'invitation',
    mail: 'invitation',
    brand: cluster,
    letter: (language) => invitationLetter(invited(language), token, base),
  },
  {
    name: 'profile-request',
    mail: 'profile-request',
    brand: serviceBrand,
    letter: (language) => invitationLetter({ ...invited(language), source: 'self' }, token, base),
  },
  {
    name: 'invitation-reminder',
    mail: 'invitation-reminder',
    brand: cluster,
    letter: (language) => reminderLetter(invited(language), token, base),
  },
  {
    name: 'interview-lines',
    mail: 'interview-lines',
    brand: cluster,
    letter: (language) =>
      interviewLetter({
        language,
        name: 'Ada Bianchi',
        cluster: 'Cluster Esempio',
        organisation: 'Rigentra S.r.l.',
        lines: talked[language],
        roles: true,
        base,
        token,
      }),
  },
  {
    name: 'suspended-address',
    mail: 'suspended-address',
    brand: cluster,
    letter: (language) =>
      suspendedAddressLetter(
        { name: 'Ada Bianchi', address: 'ada@member.example' },
        'Olga Ferri',
        language,
        base,
      ),
  },
  ...(['failing', 'gone'] as const).map((why): MailSample => ({
    name: `webhook-off-${why}`,
    mail: 'webhook-off',
    brand: cluster,
    letter: (language) =>
      webhookOffLetter({ host: 'hooks.cluster.example', why }, { name: 'Olga Ferri', language, base }),
  })),
  {
    name: 'saved-alert',
    mail: 'saved-alert',
    brand: cluster,
    letter: (language) => savedAlertLetter([moved, withdrawn, near], alertEnvelope(language)),
  },
  {
    name: 'saved-alert-one',
    mail: 'saved-alert',
    brand: cluster,
    letter: (language) => savedAlertLetter([near], alertEnvelope(language)),
  },
  {
    name: 'invitation-of-colleague',
    mail: 'invitation',
    brand: cluster,
    letter: (language) => invitationLetter({ ...invited(language), source: 'colleague' }, token, base),
  },
  {
    name: 'sign-in-link',
    mail: 'sign-in-link',
    brand: serviceBrand,
    letter: (language) => signInLinkLetter({ name: 'Ada Bianchi', language }, token, base),
  },
  notice('new-device', device),
  notice('roles-changed', null),
  {
    name: 'removal-of-person',
    mail: 'removal',
    brand: serviceBrand,
    letter: (language) =>
      removalLetter({ kind: 'person', name: 'Ada Bianchi', organisation: null, token }, language, base),
  },
  {
    name: 'removal-link',
    mail: 'removal-link',
    brand: serviceBrand,
    letter: (language) => removalLinkLetter(token, language, base),
  },
  {
    name: 'removal-of-organisation',
    mail: 'removal',
    brand: serviceBrand,
    letter: (language) =>
      removalLetter(
        { kind: 'organisation', name: 'Ada Bianchi', organisation: 'Rigentra S.r.l.', token },
        language,
        base,
      ),
  },
  {
    name: 'staff-digest',
    mail: 'staff-digest',
    brand: cluster,
    letter: (language) => staffDigestLetter(staffDigest, { language, name: 'Olga Ferri', base }),
  },
  {
    name: 'staff-digest-of-a-day',
    mail: 'staff-digest',
    brand: cluster,
    letter: (language) => staffDigestLetter(badDay, { language, name: 'Olga Ferri', base }),
  },
  {
    name: 'management-report',
    mail: 'management-report',
    brand: cluster,
    letter: (language) => managementReportLetter(managementReport, { language, name: 'Marta Riva', base }),
  },
  {
    name: 'late-notice',
    mail: 'late-notice',
    brand: cluster,
    letter: (language) => lateNoticeLetter(14, 'Olga Ferri', language, base),
  },
  ...introductionSamples(cluster),
  ...seatSamples(cluster),
  ...ideaSamples(cluster),
];
