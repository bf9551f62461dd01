import type { OpportunityCard } from '../../opportunities/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { Band } from '../../ranking/index.js';
import { deadlinesAhead, isoDay, lateBelowDays } from '../days-left.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { termsOf, type SuggestionReason } from '../quoted-reasons.js';
import type { Cell, Column } from '../xlsx/spreadsheet.js';
import type { ListedPair, Member, WorkbookFindings } from './workbook-findings.js';
import { bandWords, inventedMark, notStated, roleWords, typeWords, yesNo } from './workbook-words.js';

/** Columns that say which organisation it is, and their cells. */
export const organisationColumns: readonly Column[] = [
  { heading: 'Organisation', width: 32 },
  { heading: 'Town', width: 16 },
  { heading: 'Type', width: 18 },
  { heading: 'SME', width: 10 },
  { heading: 'Invented?', width: 12 },
];

export function organisationCells({ card }: Member): Cell[] {
  const { legalName, city, type, sme } = card.facts;
  return [
    { value: legalName, style: 'bold', link: linkTo(participantPage(card)) },
    city ?? notStated,
    type === null ? notStated : (typeWords[type] ?? type),
    yesNo(sme),
    inventedCell(card.invented),
  ];
}

/** Columns that say which call it is, and their cells. */
export const callColumns: readonly Column[] = [
  { heading: 'Call', width: 46 },
  { heading: 'Title', width: 52 },
  { heading: 'Programme part', width: 22 },
  { heading: 'Action', width: 9 },
  { heading: 'Status', width: 12 },
  { heading: 'Deadline', width: 12 },
  { heading: 'Days left', width: 9 },
];

export function callCells(card: OpportunityCard, findings: WorkbookFindings): Cell[] {
  const [next] = deadlinesAhead(card.deadlines, findings.asOf);
  const late = next !== undefined && next.daysLeft < lateBelowDays;
  return [
    { value: card.identifier, style: 'bold', link: linkTo(fixedHostUrl(card.url)) },
    card.invented ? `${inventedMark}: ${card.title}` : card.title,
    findings.partOf(card)?.name ?? notStated,
    card.actionTypes.length > 0 ? card.actionTypes.join(', ') : card.kind,
    late ? `${card.status}, late` : card.status,
    next?.day ?? (card.status === 'standing' ? 'none' : notStated),
    next === undefined ? null : { value: next.daysLeft, style: 'count' },
  ];
}

/** Columns that say how well the two fit, and their cells. */
export const matchColumns: readonly Column[] = [
  { heading: 'Competence fit', width: 15 },
  { heading: 'Track record', width: 13 },
  { heading: 'Likely role', width: 20 },
  { heading: 'In common', width: 44 },
];

export function matchCells(fit: Band, trackRecord: Band, pair: ListedPair | undefined): Cell[] {
  return [
    bandCell(fit),
    bandCell(trackRecord),
    pair?.role ? roleWords[pair.role] : notStated,
    inCommon(pair?.reasons ?? []),
  ];
}

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
