import type { OpportunityCard } from '../../opportunities/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { Band } from '../../ranking/index.js';
import { deadlinesAhead, isoDay, lateBelowDays } from '../days-left.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { termsOf, type SuggestionReason } from '../quoted-reasons.js';
import type { Cell, Column } from '../xlsx/spreadsheet.js';
import type { ListedPair, Member, WorkbookFindings } from './workbook-findings.js';
import { bandWords, inventedMark, notStated, roleWords, typeWords, yesNo } from './workbook-words.js';

/** A block of columns, and the cells that stand in them. */
interface Block<Of> {
  readonly columns: readonly Column[];
  readonly cells: (of: Of) => Cell[];
}

/** Which organisation it is. */
export const organisationName: Block<Member> = {
  columns: [
    { heading: 'Organisation', width: 34 },
    { heading: 'Invented?', width: 12 },
  ],
  cells: ({ card }) => [
    { value: card.facts.legalName, style: 'bold', link: linkTo(participantPage(card)) },
    inventedCell(card.invented),
  ],
};

/** More about it. */
export const organisationFacts: Block<Member> = {
  columns: [
    { heading: 'Town', width: 16 },
    { heading: 'Type', width: 20 },
    { heading: 'SME', width: 10 },
  ],
  cells: ({ card: { facts } }) => [
    facts.city ?? notStated,
    facts.type === null ? notStated : (typeWords[facts.type] ?? facts.type),
    yesNo(facts.sme),
  ],
};

interface CallOfDay {
  readonly card: OpportunityCard;
  readonly asOf: Date;
}

/** Which call it is, and until when. */
export const callName: Block<CallOfDay> = {
  columns: [
    { heading: 'Call', width: 54 },
    { heading: 'Title', width: 54 },
    { heading: 'Deadline', width: 12 },
    { heading: 'Days left', width: 10 },
  ],
  cells: ({ card, asOf }) => {
    const [next] = deadlinesAhead(card.deadlines, asOf);
    return [
      { value: card.identifier, style: 'bold', link: linkTo(fixedHostUrl(card.url)) },
      card.invented ? `${inventedMark}: ${card.title}` : card.title,
      next?.day ?? (card.status === 'standing' ? 'none' : notStated),
      next === undefined ? null : { value: next.daysLeft, style: 'count' },
    ];
  },
};

/** More about it. */
export const callFacts: Block<CallOfDay & { readonly partOf: WorkbookFindings['partOf'] }> = {
  columns: [
    { heading: 'Status', width: 16 },
    { heading: 'Programme part', width: 26 },
    { heading: 'Action', width: 10 },
    { heading: 'Per project, from €', width: 13 },
    { heading: 'Per project, to €', width: 13 },
  ],
  cells: ({ card, asOf, partOf }) => {
    const [next] = deadlinesAhead(card.deadlines, asOf);
    const late = next !== undefined && next.daysLeft < lateBelowDays;
    return [
      late ? `${card.status}, late` : card.status,
      partOf(card)?.name ?? notStated,
      card.actionTypes.length > 0 ? card.actionTypes.join(', ') : card.kind,
      moneyCell(card.budget?.perProjectMinEur ?? null),
      moneyCell(card.budget?.perProjectMaxEur ?? null),
    ];
  },
};

const moneyCell = (euro: number | null): Cell =>
  euro === null ? notStated : { value: euro, style: 'money' };

interface MatchShown {
  readonly fit: Band;
  readonly trackRecord: Band;
  readonly pair: ListedPair | undefined;
}

/** How well the two fit, and by what. */
export const matchResult: Block<MatchShown> = {
  columns: [
    { heading: 'Competence fit', width: 15 },
    { heading: 'Track record', width: 13 },
    { heading: 'Likely role', width: 20 },
    { heading: 'In common', width: 46 },
  ],
  cells: ({ fit, trackRecord, pair }) => [
    bandCell(fit),
    bandCell(trackRecord),
    pair?.role ? roleWords[pair.role] : notStated,
    inCommon(pair?.reasons ?? []),
  ],
};

export const bandCell = (band: Band): Cell => ({ value: bandWords[band], style: band });

/** The first shared words of the weightiest reasons, as the call writes them. */
const wordsInCommon = 6;

function inCommon(reasons: readonly SuggestionReason[]): string {
  const words = reasons.flatMap(({ terms }) => termsOf(terms).call);
  return [...new Set(words)].slice(0, wordsInCommon).join(', ');
}

export const inventedCell = (invented: boolean): Cell =>
  invented ? { value: inventedMark, style: 'invented' } : null;

export const linkTo = (url: string | null): { readonly url: string } | null =>
  url === null ? null : { url };

/** Its page in the register of participants; an invented code leads nowhere. */
function participantPage({ pic, invented }: OrganisationCard): string | null {
  if (pic === null || invented || !/^\d{9}$/.test(pic)) return null;
  return `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/${pic}`;
}

/** Lines above each table: what it is, of when, and whether any of it is invented. */
export function linesAbove(title: string, findings: WorkbookFindings): Cell[] {
  const { cluster, asOf, organisations } = findings;
  const invented = [...organisations.values()].some(({ card }) => card.invented);
  const lines: Cell[] = [
    { value: `${cluster.slug.toUpperCase()}: ${title}`, style: 'title' },
    {
      value: `${cluster.nameEn}. As of ${isoDay(asOf)}; see the sheet About for sources and terms.`,
      style: 'note',
    },
  ];
  if (invented) {
    lines.push({
      value: `${inventedMark} organisations are for demonstration only: they do not exist.`,
      style: 'invented',
    });
  }
  return lines;
}
