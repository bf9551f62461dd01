import type { CsvValue } from '../../platform/http/csv.js';
import type { Language } from '../language.js';
import type { ProgrammePartName } from '../programme-part.js';
import { workbookWords } from '../workbook/workbook-words.js';
import type { Cover, RadarRow } from './radar.js';

interface Words {
  readonly headings: readonly string[];
  readonly covers: Readonly<Record<Cover, string>>;
  readonly few: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    headings: [
      'Call',
      'Title',
      'Kind',
      'Programme part',
      'Action',
      'Status',
      'Next deadline',
      'Days left',
      'Budget (EUR)',
      'Shared budget',
      'Members that fit strongly',
      'Members that fit well',
      'Members of sister clusters that fit',
      'Cover',
      'Partner searches on the portal',
      'Invented',
    ],
    covers: { strong: 'strong', thin: 'thin', none: 'none' },
    few: 'fewer than 5',
  },
  it: {
    headings: [
      'Bando',
      'Titolo',
      'Tipo',
      'Parte del programma',
      'Azione',
      'Stato',
      'Prossima scadenza',
      'Giorni rimasti',
      'Budget (EUR)',
      'Budget condiviso',
      'Soci con affinità forte',
      'Soci con affinità buona',
      'Soci di altri cluster con affinità',
      'Copertura',
      'Ricerche di partner sul portale',
      'Inventato',
    ],
    covers: { strong: 'forte', thin: 'scarsa', none: 'nessuna' },
    few: 'meno di 5',
  },
};

/** The radar as a table; what is not stated stays empty. */
export function radarCsv(
  rows: readonly RadarRow[],
  language: Language,
  partOf: (row: RadarRow) => ProgrammePartName | null,
): { headings: readonly string[]; rows: CsvValue[][] } {
  const { headings, covers, few } = words[language];
  const { kinds, statuses, yes, no } = workbookWords(language);
  return {
    headings,
    rows: rows.map((row) => {
      const { call, deadlines, budgetEur, strong, good, sisters, cover } = row;
      return [
        call.identifier,
        call.title,
        kinds[call.kind],
        partOf(row)?.name ?? null,
        call.actionTypes.join(' '),
        statuses[call.status],
        deadlines[0]?.day ?? null,
        deadlines[0]?.daysLeft ?? null,
        budgetEur,
        call.budget === null ? null : call.budget.shared ? yes : no,
        strong,
        good,
        sisters.count ?? few,
        covers[cover],
        call.partnerSearches,
        call.invented ? yes : no,
      ];
    }),
  };
}
