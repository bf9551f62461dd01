import { deadlinesAhead, isoDay, lateBelowDays, type OpportunityCard } from '../../opportunities/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { Band } from '../../ranking/index.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { termsOf, type SuggestionReason } from '../quoted-reasons.js';
import type { Cell, Column } from '../xlsx/spreadsheet.js';
import type { ListedPair, Member, WorkbookFindings } from './workbook-findings.js';
import { yesNo, type WorkbookWords } from './workbook-words.js';

/** A block of columns, and the cells that stand in them. */
interface Block<Of> {
  readonly columns: (words: WorkbookWords) => readonly Column[];
  readonly cells: (of: Of, findings: WorkbookFindings) => Cell[];
}

/** Which organisation it is. */
export const organisationName: Block<Member> = {
  columns: ({ headings }) => [
    { heading: headings.organisation, width: 30 },
    { heading: headings.invented, width: 12 },
  ],
  cells: ({ card }, { words }) => [
    { value: card.facts.legalName, style: 'bold', link: linkTo(participantPage(card)) },
    inventedCell(card.invented, words),
  ],
};

/** More about it. */
export const organisationFacts: Block<Member> = {
  columns: ({ headings }) => [
    { heading: headings.town, width: 14 },
    { heading: headings.type, width: 17 },
    { heading: headings.sme, width: 13 },
  ],
  cells: ({ card: { facts } }, { words }) => [
    facts.city ?? words.notStated,
    facts.type === null ? words.notStated : (words.types[facts.type] ?? facts.type),
    yesNo(facts.sme, words),
  ],
};

/** Which call it is, and until when. */
export const callName: Block<OpportunityCard> = {
  columns: ({ headings }) => [
    { heading: headings.call, width: 54 },
    { heading: headings.title, width: 42 },
    { heading: headings.deadline, width: 12 },
    { heading: headings.daysLeft, width: 9 },
  ],
  cells: (card, { asOf, words }) => {
    const [next] = deadlinesAhead(card.deadlines, asOf);
    return [
      { value: card.identifier, style: 'bold', link: linkTo(fixedHostUrl(card.url)) },
      card.invented ? `${words.inventedMark}: ${card.title}` : card.title,
      next?.day ?? (card.status === 'standing' ? words.noDeadline : words.notStated),
      next === undefined ? null : { value: next.daysLeft, style: 'count' },
    ];
  },
};

/** More about it. */
export const callFacts: Block<OpportunityCard> = {
  columns: ({ headings }) => [
    { heading: headings.status, width: 14 },
    { heading: headings.part, width: 21 },
    { heading: headings.action, width: 9 },
    { heading: headings.perProjectFrom, width: 12 },
    { heading: headings.perProjectTo, width: 12 },
  ],
  cells: (card, { asOf, partOf, words }) => {
    const [next] = deadlinesAhead(card.deadlines, asOf);
    const late = next !== undefined && next.daysLeft < lateBelowDays;
    const status = words.statuses[card.status];
    return [
      late ? `${status}, ${words.late}` : status,
      partOf(card)?.name ?? words.notStated,
      card.actionTypes.length > 0 ? card.actionTypes.join(', ') : words.kinds[card.kind],
      moneyCell(card.budget?.perProjectMinEur ?? null, words),
      moneyCell(card.budget?.perProjectMaxEur ?? null, words),
    ];
  },
};

const moneyCell = (euro: number | null, words: WorkbookWords): Cell =>
  euro === null ? words.notStated : { value: euro, style: 'money' };

interface MatchShown {
  readonly fit: Band;
  readonly trackRecord: Band;
  readonly pair: ListedPair | undefined;
}

/** How well the two fit, and by what. */
export const matchResult: Block<MatchShown> = {
  columns: ({ headings }) => [
    { heading: headings.fit, width: 14 },
    { heading: headings.trackRecord, width: 12 },
    { heading: headings.role, width: 20 },
    { heading: headings.inCommon, width: 34 },
  ],
  cells: ({ fit, trackRecord, pair }, { words }) => [
    bandCell(fit, words),
    bandCell(trackRecord, words),
    pair?.role ? words.roles[pair.role] : words.notStated,
    inCommon(pair?.reasons ?? []),
  ],
};

export const bandCell = (band: Band, words: WorkbookWords): Cell => ({
  value: words.bands[band],
  style: band === 'unknown' ? 'plain' : band,
});

/** The first shared words of the weightiest reasons, as the call writes them. */
const wordsInCommon = 6;

function inCommon(reasons: readonly SuggestionReason[]): string {
  const words = reasons.flatMap(({ terms }) => termsOf(terms).call);
  return [...new Set(words)].slice(0, wordsInCommon).join(', ');
}

export const inventedCell = (invented: boolean, words: WorkbookWords): Cell =>
  invented ? { value: words.inventedMark, style: 'invented' } : null;

export const linkTo = (url: string | null): { readonly url: string } | null =>
  url === null ? null : { url };

/** Its page in the register of participants; an invented code leads nowhere. */
function participantPage({ pic, invented }: OrganisationCard): string | null {
  if (pic === null || invented || !/^\d{9}$/.test(pic)) return null;
  return `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/${pic}`;
}

/** Lines above each table: what it is, of when, and whether any of it is invented. */
export function linesAbove(title: string, findings: WorkbookFindings): Cell[] {
  const { cluster, asOf, organisations, words } = findings;
  const name = words.language === 'it' ? cluster.nameIt : cluster.nameEn;
  const invented = [...organisations.values()].some(({ card }) => card.invented);
  const lines: Cell[] = [
    { value: `${cluster.slug.toUpperCase()}: ${title}`, style: 'title' },
    { value: words.asOf(name, isoDay(asOf)), style: 'note' },
  ];
  if (invented) lines.push({ value: words.inventedLine, style: 'warning' });
  return lines;
}
