import type { CallSuggestions, PartnerSuggestions } from '../../matching/index.js';

type Suggestion = PartnerSuggestions['suggestions'][number] | CallSuggestions['suggestions'][number];

/** Quotations shown under each place. */
const shownReasons = 2;

/** A ranked list of partners, to be read in a terminal. */
export function partnersAsText(found: PartnerSuggestions): string {
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
      figures(suggestion),
      ...quotes(suggestion),
      ...(introducers.length > 0 ? [`      can introduce you: ${introducers.join('; ')}`] : []),
      ...(url === null ? [] : [`      ${url}`]),
    ].join('\n');
  });
  return [title, `${found.total} organisations fit at all; snapshot ${found.snapshot}`, '', ...places].join(
    '\n',
  );
}

/** A ranked list of calls, to be read in a terminal. */
export function callsAsText(found: CallSuggestions): string {
  const places = found.suggestions.map((suggestion) => {
    const { identifier, title, status, deadlines, changed } = suggestion.opportunity;
    const days = deadlines.map(({ at }) => at.slice(0, 10)).sort();
    const when = days.length > 0 ? `, deadline ${days.join(' and ')}` : '';
    return [
      `${place(suggestion.rank)}${identifier}: ${title}  [${status}${when}]`,
      ...moved(deadlines, changed),
      figures(suggestion),
      ...quotes(suggestion),
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

const figures = ({ fit, trackRecord }: Suggestion): string =>
  `      fit ${fit.band}, track record ${trackRecord.band}`;

function quotes({ reasons }: Suggestion): string[] {
  return reasons
    .filter(({ callQuote, evidenceQuote }) => callQuote !== null && evidenceQuote !== null)
    .slice(0, shownReasons)
    .flatMap(({ callQuote, evidenceQuote, evidence }) => [
      `      call:     “${callQuote ?? ''}”`,
      `      evidence: “${evidenceQuote ?? ''}” (${[evidence?.type, evidence?.title, evidence?.date].filter(Boolean).join(', ')})`,
    ]);
}
