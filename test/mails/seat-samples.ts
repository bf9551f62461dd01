import {
  agreedSheetLetter,
  seatLetter,
  seatTakenLetter,
  type AboutSeat,
} from '../../src/consortia/mails/seat-letters.js';
import { seatSteps, type SeatStep } from '../../src/consortia/mails/seat-mails.js';
import type { Brand } from '../../src/platform/mail/index.js';
import type { MailSample } from './mail-samples.js';

type Language = 'en' | 'it';

const board = (language: Language) => ({
  language,
  name: 'Ada Bianchi',
  base: 'https://tessera.example',
  title: language === 'it' ? 'Batterie di seconda vita' : 'Second-life batteries',
  identifier: 'HORIZON-EXAMPLE-02',
  deadline: '2027-02-02',
  cluster: language === 'it' ? 'Cluster Esempio' : 'Example cluster',
  eligibility: 'needs-review' as const,
});

/** An invented seat, before its reader has it and after. */
const seat = (language: Language, step: SeatStep): AboutSeat => ({
  ...board(language),
  offer: '00000000-0000-4000-8000-0000000000bb',
  participation: 'beneficiary',
  covers: [
    language === 'it'
      ? 'Un banco di prova per moduli aperti, da TRL 6 a TRL 7.'
      : 'A test bench for opened modules, from TRL 6 to TRL 7.',
  ],
  effortMonths: 12,
  partners:
    step === 'offered'
      ? [language === 'it' ? 'Coordinatore, Finlandia' : 'Co-ordinator, Finland']
      : [language === 'it' ? 'Kenno Oy, Coordinatore, Finlandia' : 'Kenno Oy, Co-ordinator, Finland'],
});

const ofStep = (step: SeatStep, brand: Brand): MailSample => ({
  name: `seat-news-${step}`,
  mail: 'seat-news',
  brand,
  letter: (language) => seatLetter(seat(language, step), step),
});

/** The mails about seats, each at least once. */
export const seatSamples = (brand: Brand): readonly MailSample[] => [
  ...seatSteps.map((step) => ofStep(step, brand)),
  {
    name: 'seat-taken',
    mail: 'seat-taken',
    brand,
    letter: (language) => seatTakenLetter(seat(language, 'offered')),
  },
  {
    name: 'consortium-agreed',
    mail: 'consortium-agreed',
    brand,
    letter: (language) =>
      agreedSheetLetter({
        ...board(language),
        partners: [
          {
            pic: '912345678',
            legalName: 'Kenno Oy',
            country: language === 'it' ? 'Finlandia' : 'Finland',
            participation: 'coordinator',
            contact: 'Aino Virta, aino@kenno.example',
          },
          {
            pic: null,
            legalName: 'Rigentra S.r.l.',
            country: language === 'it' ? 'Italia' : 'Italy',
            participation: 'beneficiary',
            contact: null,
          },
        ],
        ruleSet: 'horizon-ria',
        rulesVersion: '2026-01-01',
        checkedOn: '2026-11-22',
        waived: [
          language === 'it'
            ? 'I partner sono indipendenti tra loro: dichiarazioni agli atti (Olga Ferri)'
            : 'The partners are independent of each other: statements on file (Olga Ferri)',
        ],
      }),
  },
];
