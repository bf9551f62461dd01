import type { NextStep } from '../../organisations/index.js';
import type { CsvValue } from '../../platform/http/csv.js';
import type { Language } from '../language.js';
import { workbookWords, yesNo } from '../workbook/workbook-words.js';
import type { MemberState } from './member-state.js';
import type { MemberRow } from './members.js';

interface Words {
  readonly headings: readonly string[];
  readonly states: Readonly<Record<MemberState, string>>;
  readonly steps: Readonly<Record<NextStep, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    headings: [
      'Organisation',
      'Type',
      'SME',
      'Town',
      'Country',
      'State',
      'Newest statement',
      'Calls that fit strongly',
      'Calls that fit well',
      'People known',
      'Next step',
      'What',
      'By',
      'Invented',
    ],
    states: {
      imported: 'imported',
      invited: 'invited',
      confirmed: 'confirmed',
      dormant: 'dormant',
      left: 'left',
    },
    steps: {
      'digital-innovation-hub': 'digital innovation hub',
      'een-adviser': 'EEN adviser',
      'national-contact-point': 'national contact point',
      meeting: 'meeting',
      interview: 'interview',
      introduction: 'introduction',
      'funding-advice': 'advice on funding',
      other: 'other',
    },
  },
  it: {
    headings: [
      'Organizzazione',
      'Tipo',
      'PMI',
      'Comune',
      'Paese',
      'Stato',
      'Dichiarazione più recente',
      'Bandi con affinità forte',
      'Bandi con affinità buona',
      'Persone note',
      'Prossimo passo',
      'Cosa',
      'Entro',
      'Inventata',
    ],
    states: {
      imported: 'importata',
      invited: 'invitata',
      confirmed: 'confermata',
      dormant: 'dormiente',
      left: 'uscita',
    },
    steps: {
      'digital-innovation-hub': 'digital innovation hub',
      'een-adviser': 'consulente EEN',
      'national-contact-point': 'punto di contatto nazionale',
      meeting: 'incontro',
      interview: 'intervista',
      introduction: 'presentazione',
      'funding-advice': 'consulenza sui finanziamenti',
      other: 'altro',
    },
  },
};

/** The members as a table, without people; what is not stated stays empty. */
export function membersCsv(
  rows: readonly MemberRow[],
  language: Language,
): { headings: readonly string[]; rows: CsvValue[][] } {
  const { headings, states, steps } = words[language];
  const general = workbookWords(language);
  return {
    headings,
    rows: rows.map(({ member, state, strong, good, contacts, next }) => [
      member.name,
      member.type === null ? null : (general.types[member.type] ?? member.type),
      member.sme === null ? null : yesNo(member.sme, general),
      member.city,
      member.country,
      states[state],
      member.saidOn,
      strong,
      good,
      contacts,
      next?.step ? steps[next.step] : null,
      next?.text ?? null,
      next?.dueOn ?? null,
      member.invented ? general.yes : general.no,
    ]),
  };
}
