import { listingInWords, reasonsInWords } from '../../matching/index.js';
import type { CallSuggestions, PartnerSuggestions, WordingLanguage } from '../../matching/index.js';

type Suggestion = PartnerSuggestions['suggestions'][number] | CallSuggestions['suggestions'][number];

/** A ranked list of partners, to be read in a terminal. */
export function partnersAsText(found: PartnerSuggestions, language: WordingLanguage): string {
  const { opportunity } = found;
  const title =
    opportunity === null ? 'Partners for the text' : `${opportunity.identifier}: ${opportunity.title}`;
  const places = found.suggestions.map((suggestion) => {
    const { name, country, type, sme, pic, invented, url } = suggestion.organisation;
    const facts = [
      country,
      type,
      sme === true ? 'SME' : null,
      pic && `PIC ${pic}`,
      invented ? 'INVENTED' : null,
    ];
    const introducers = suggestion.introducers.map(
      ({ name: who, acronym, year }) => `${who} (${acronym}, ${year ?? '?'})`,
    );
    return [
      `${place(suggestion.rank)}${name}  [${facts.filter(Boolean).join(', ')}]`,
      ...inWords(name, suggestion, language),
      ...listingInWords(suggestion, language).map(indented),
      ...(introducers.length > 0 ? [`      can introduce you: ${introducers.join('; ')}`] : []),
      ...(url === null ? [] : [`      ${url}`]),
    ].join('\n');
  });
  return [
    title,
    `${found.total} organisations fit at all; snapshot ${found.snapshot}`,
    ...(found.fairShares === null ? [] : [kept(found.fairShares)]),
    '',
    ...places,
  ].join('\n');
}

const kept = ({ sme, company, newcomer }: NonNullable<PartnerSuggestions['fairShares']>): string =>
  `of every first places at least ${percent(sme)} are small firms, ${percent(company)} companies, ${percent(newcomer)} newcomers (--order score: by score alone)`;

const percent = (share: number): string => `${String(Math.round(100 * share))} %`;

/** A ranked list of calls, to be read in a terminal. */
export function callsAsText(found: CallSuggestions, language: WordingLanguage): string {
  const places = found.suggestions.map((suggestion) => {
    const { identifier, title, status, deadlines, changed } = suggestion.opportunity;
    const days = deadlines.map(({ at }) => at.slice(0, 10)).sort();
    const when = days.length > 0 ? `, deadline ${days.join(' and ')}` : '';
    return [
      `${place(suggestion.rank)}${identifier}: ${title}  [${status}${when}]`,
      ...moved(deadlines, changed),
      ...inWords(found.organisation.facts.legalName, suggestion, language),
    ].join('\n');
  });
  const { facts, invented } = found.organisation;
  const name = invented ? `${facts.legalName}  [INVENTED]` : facts.legalName;
  return [`Calls for ${name}`, `${found.total} fit at all; snapshot ${found.snapshot}`, '', ...places].join(
    '\n',
  );
}

type Opportunity = CallSuggestions['suggestions'][number]['opportunity'];

/** A deadline that moved lately, with the old day. */
function moved(deadlines: Opportunity['deadlines'], changed: Opportunity['changed']): string[] {
  if (changed === null || changed.deadlinesBefore === null) return [];
  const days = (list: Opportunity['deadlines']): string =>
    list
      .map(({ at }) => at.slice(0, 10))
      .sort()
      .join(' and ') || 'none';
  const seen = changed.at.slice(0, 10);
  return [`      deadline moved from ${days(changed.deadlinesBefore)} to ${days(deadlines)} (seen ${seen})`];
}

const place = (rank: number): string => `${String(rank).padStart(3)}. `;

/** The reasons as sentences, ready to be pasted into a mail; quotes stay as they were written. */
const inWords = (name: string, suggestion: Suggestion, language: WordingLanguage): string[] =>
  reasonsInWords(name, suggestion, language).map(indented);

const indented = (sentence: string): string => `      ${sentence}`;
