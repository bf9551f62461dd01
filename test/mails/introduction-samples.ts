import {
  agreedLetter,
  escalationLetter,
  filledLetter,
  floodLetter,
  guestLetter,
  progressLetter,
  requestLetter,
  type AboutRequest,
} from '../../src/introductions/mails/introduction-letters.js';
import { progressSteps, type ProgressStep } from '../../src/introductions/mails/introduction-mails.js';
import type { Brand } from '../../src/platform/mail/index.js';
import type { MailSample } from './mail-samples.js';

type Language = 'en' | 'it';

/** An invented request between two invented firms of two clusters, before anybody knows anybody. */
const about = (language: Language, token: string | null): AboutRequest => ({
  language,
  name: 'Ada Bianchi',
  id: '00000000-0000-4000-8000-0000000000aa',
  subject:
    language === 'it'
      ? 'Recupero di celle da moduli di seconda vita'
      : 'Recovery of cells from second-life modules',
  role: language === 'it' ? 'partner tecnologico' : 'technical partner',
  replacement: false,
  isGuest: false,
  sender: { name: null, country: language === 'it' ? 'Italia' : 'Italy', contact: null },
  recipient: { name: null, country: language === 'it' ? 'Finlandia' : 'Finland', contact: null },
  lines:
    language === 'it'
      ? [
          'Apriamo celle su tre linee automatiche (TRL 6)',
          'Cerchiamo un partner che ne misuri lo stato di salute.',
        ]
      : [
          'We open cells on three automated lines (TRL 6)',
          'We look for a partner who measures their state of health.',
        ],
  due: language === 'it' ? '16 novembre 2026' : '16 November 2026',
  base: 'https://tessera.example',
  token,
});

const known = (language: Language): AboutRequest => ({
  ...about(language, null),
  due: null,
  sender: {
    name: 'Rigentra S.r.l.',
    country: 'IT',
    contact: { name: 'Ada Bianchi', email: 'ada@member.example' },
  },
  recipient: {
    name: 'Kenno Oy Ltd.',
    country: 'FI',
    contact: { name: 'Aino Virta', email: 'aino@kenno.example' },
  },
});

const token = 'Tk'.padEnd(43, 'x');

const progress = (step: ProgressStep, brand: Brand): MailSample => ({
  name: `introduction-progress-${step}`,
  mail: 'introduction-progress',
  brand,
  letter: (language) =>
    progressLetter(
      { ...about(language, null), due: null },
      {
        step,
        reason: step === 'declined' ? 'capacity' : null,
        note:
          step === 'more-information'
            ? language === 'it'
              ? 'Quali celle trattate?'
              : 'Which cells do you treat?'
            : null,
      },
    ),
});

/** The mails about requests, each at least once. */
export const introductionSamples = (brand: Brand): readonly MailSample[] => [
  {
    name: 'introduction-request',
    mail: 'introduction-request',
    brand,
    letter: (language) => requestLetter(about(language, token), false),
  },
  {
    name: 'introduction-request-reminder',
    mail: 'introduction-request',
    brand,
    letter: (language) => requestLetter({ ...known(language), token, replacement: true }, true),
  },
  {
    name: 'introduction-guest',
    mail: 'introduction-guest',
    brand,
    letter: (language) =>
      guestLetter(
        { ...about(language, token), sender: { name: 'Cluster Esempio', country: null, contact: null } },
        false,
      ),
  },
  ...progressSteps.map((step) => progress(step, brand)),
  {
    name: 'introduction-escalation',
    mail: 'introduction-escalation',
    brand,
    letter: (language) =>
      escalationLetter({ ...about(language, null), recipient: known(language).recipient }),
  },
  {
    name: 'introduction-agreed',
    mail: 'introduction-agreed',
    brand,
    letter: (language) => agreedLetter(known(language), 'sender', false),
  },
  {
    name: 'introduction-agreed-nudge',
    mail: 'introduction-agreed',
    brand,
    letter: (language) => agreedLetter(known(language), 'recipient', true),
  },
  {
    name: 'introduction-filled',
    mail: 'introduction-filled',
    brand,
    letter: (language) => filledLetter({ ...about(language, token), due: null }),
  },
  {
    name: 'introduction-flood',
    mail: 'introduction-flood',
    brand,
    letter: (language) => floodLetter({ ...known(language), due: null }, 5),
  },
];
