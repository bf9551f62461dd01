import { toPartnerSuggestion, toPartnerSuggestionsResponse } from '../../matching/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { BoardAssembly } from '../board/assemble-board.js';
import type { NeedCoverage } from '../board/cover-board.js';
import { hasLeft, type Board, type Need, type Seat } from '../board/board.js';
import { nextStates } from '../board/board-states.js';
import type { CallText } from '../board/call-text.js';
import type { BoardChange, BoardLine } from '../board/board.read-model.js';
import type { SeatSuggestions } from '../board/suggest-for-seat.js';
import type {
  AssemblyResponse,
  BoardChangeResponse,
  BoardLineResponse,
  BoardResponse,
  CallTextResponse,
  NeedCoverageResponse,
  NeedResponse,
  SeatHolderResponse,
  SeatResponse,
} from './board-response.dto.js';
import type { SeatSuggestionsResponse } from './seat-suggestions.dto.js';
import { toParty, toSeatOffer } from './seat-responses.dto.js';

export function toBoardLine(line: BoardLine): BoardLineResponse {
  return { ...line, changedAt: line.changedAt.toISOString() };
}

export function toBoardResponse(board: Board): BoardResponse {
  return {
    id: board.id,
    title: board.title,
    opportunityId: board.opportunityId,
    opportunityIdentifier: board.opportunity?.identifier ?? null,
    idea: board.idea,
    state: board.state,
    next: [...nextStates('consortium', board.state)],
    version: board.version,
    createdAt: board.createdAt.toISOString(),
    changedAt: board.changedAt.toISOString(),
    needs: board.needs.map((need) => toNeed(need, board)),
    seats: board.seats.map((seat) => toSeat(seat, board)),
  };
}

function toNeed(need: Need, { shares }: Board): NeedResponse {
  const { id, role, text, input, output, trlFrom, trlTo, state, approvedBy, approvedByName, version } = need;
  return {
    id,
    role,
    text,
    input,
    output,
    trlFrom,
    trlTo,
    countries: [...need.countries],
    cites: need.cites.map((cite) => ({ ...cite })),
    state,
    next: [...nextStates('need', state)],
    shownTo: shares
      .filter(({ needId }) => needId === id)
      .map(({ clusterId, state: of }) => ({ cluster: clusterId, state: of })),
    approvedBy,
    approvedByName,
    approvedAt: need.approvedAt?.toISOString() ?? null,
    version,
  };
}

function toSeat(seat: Seat, board: Board): SeatResponse {
  const { id, participation, organisationId, state, effortMonths, budgetShare, note, required, version } =
    seat;
  const party = board.parties.get(id);
  const organisation =
    organisationId === null ? null : toHolder(organisationId, board.organisations.get(organisationId));
  return {
    id,
    participation,
    organisation,
    needs: [...seat.needIds],
    state,
    next: [...nextStates('seat', state)],
    effortMonths,
    budgetShare,
    note,
    required,
    left: hasLeft(board, seat),
    offers: board.offers
      .filter(({ seatId }) => seatId === id)
      .map((offer) => toSeatOffer(offer, board.organisations.get(offer.organisationId))),
    party: party === undefined ? null : toParty(party),
    version,
  };
}

/** Who left the clusters in scope, and is not in open data, is known by id alone. */
export function toHolder(id: string, card: OrganisationCard | undefined): SeatHolderResponse {
  if (card === undefined)
    return { id, name: null, pic: null, country: null, nuts: null, type: null, sme: null, invented: false };
  const { legalName: name, country, nuts, type, sme } = card.facts;
  return { id, name, pic: card.pic, country, nuts, type, sme, invented: card.invented };
}

export function toCallText({ passages, demands, url }: CallText): CallTextResponse {
  return {
    url,
    passages: passages.map(({ sentences, ...passage }) => ({
      ...passage,
      sentences: sentences.map((sentence) => ({ ...sentence })),
    })),
    demands: demands.map((demand) => ({
      kind: demand.kind,
      atLeast: 'atLeast' in demand ? demand.atLeast : null,
      of: 'of' in demand ? demand.of : 'who' in demand ? demand.who : null,
      text: demand.cite.text,
    })),
  };
}

export function toBoardChange(change: BoardChange): BoardChangeResponse {
  return { ...change, at: change.at.toISOString() };
}

export function toCoverage({ needId, shown }: NeedCoverage): NeedCoverageResponse {
  return {
    need: needId,
    coveredBy: shown.map(({ organisation, fit, reasons }) => {
      const [told] = reasons.filter(({ evidence }) => evidence !== null);
      return {
        organisation: organisation.id,
        name: organisation.name,
        band: fit.band,
        callQuote: told?.callQuote ?? null,
        evidenceQuote: told?.evidenceQuote ?? null,
        evidenceTitle: told?.evidence?.title ?? null,
      };
    }),
  };
}

export function toAssembly(found: BoardAssembly): AssemblyResponse {
  if (found.kind === 'impossible') return { proposals: [], because: [...found.because] };
  return {
    because: [],
    proposals: found.proposals.map(({ seats, weak, eligibility, best }) => ({
      seats: seats.map(({ id, coordinator, seated, covers, tiedTo, keeps }) => ({
        organisation: toHolder(id, found.organisations.get(id)),
        coordinator,
        seated,
        covers: covers.map(({ need }) => need),
        tiedTo: tiedTo.map((tie) => tie.id),
        keeps: [...keeps],
      })),
      weak: [...weak],
      eligibility,
      best,
    })),
  };
}

export function toSeatSuggestions({ unexpected, ...found }: SeatSuggestions): SeatSuggestionsResponse {
  return {
    ...toPartnerSuggestionsResponse(found),
    unexpected: unexpected && {
      suggestion: toPartnerSuggestion(unexpected.candidate),
      field: unexpected.field,
      fieldEn: unexpected.fieldEn,
      fieldIt: unexpected.fieldIt,
    },
  };
}
