import type { OrganisationCard } from '../../organisations/index.js';
import type { Party, PartyFacts } from '../board/board.js';
import type { GuestLink, GuestView } from '../guests/guest-link.js';
import type { SeatOffer } from '../seats/seat-offer.js';
import type { SeatView } from '../seats/seat-view.js';
import type { SharedNeed } from '../sharing/need-share.js';
import type { PartyRequest } from './seat-request.dto.js';
import type {
  GuestLinkResponse,
  GuestSeatResponse,
  OwnSeatResponse,
  PartyResponse,
  SeatOfferResponse,
  SharedNeedResponse,
} from './seat-response.dto.js';

export function toPartyFacts(party: PartyRequest): PartyFacts {
  return {
    pic: party.pic ?? null,
    legalName: party.legalName ?? null,
    country: party.country ?? null,
    type: party.type ?? null,
    sme: party.sme ?? null,
    contactName: party.contactName ?? null,
    contactEmail: party.contactEmail ?? null,
  };
}

export function toParty(party: Party | PartyFacts): PartyResponse {
  const { pic, legalName, country, type, sme, contactName, contactEmail } = party;
  const filled = 'filledBy' in party ? party : null;
  return {
    pic,
    legalName,
    country,
    type,
    sme,
    contactName,
    contactEmail,
    filledBy: filled?.filledBy ?? null,
    filledAt: filled?.filledAt.toISOString() ?? null,
  };
}

export function toSeatOffer(offer: SeatOffer, card: OrganisationCard | undefined): SeatOfferResponse {
  const { id, organisationId, state, words, question, reply } = offer;
  return {
    id,
    organisation: organisationId,
    name: card?.facts.legalName ?? null,
    state,
    offeredAt: offer.offeredAt.toISOString(),
    words,
    question,
    reply,
    answeredAt: offer.answeredAt?.toISOString() ?? null,
  };
}

/** @param mayAnswer the reader may commit the organisation */
export function toOwnSeat(view: SeatView, mayAnswer: boolean): OwnSeatResponse {
  const { offer, seat, opportunity } = view;
  return {
    id: offer.id,
    state: offer.state,
    offeredAt: offer.offeredAt.toISOString(),
    answeredAt: offer.answeredAt?.toISOString() ?? null,
    words: offer.words,
    question: offer.question,
    reply: offer.reply,
    title: view.title,
    consortiumState: view.boardState,
    cluster: { ...view.cluster },
    opportunity: opportunity && { identifier: opportunity.identifier, title: opportunity.title },
    deadline: opportunity?.deadlines.at(-1)?.at ?? null,
    participation: seat.participation,
    open: seat.organisationId === null,
    seatState: seat.state,
    needs: view.needs.map(({ role, text, cites, trlFrom, trlTo }) => ({
      role,
      text,
      cites: cites.map((cite) => cite.text),
      trlFrom,
      trlTo,
    })),
    effortMonths: seat.effortMonths,
    budgetShare: seat.budgetShare,
    partners: view.partners.map((partner) => ({ ...partner })),
    missing: view.missing.map(({ participation, roles }) => ({ participation, roles: [...roles] })),
    eligibility: view.eligibility,
    party: toParty(view.party ?? view.known),
    mayAnswer,
  };
}

export function toGuestLink(link: GuestLink): GuestLinkResponse {
  return {
    id: link.id,
    seat: link.seatId,
    createdAt: link.createdAt.toISOString(),
    endsAt: link.endsAt.toISOString(),
    revokedAt: link.revokedAt?.toISOString() ?? null,
    openedAt: link.openedAt?.toISOString() ?? null,
    answer: link.answer,
    words: link.words,
    answeredAt: link.answeredAt?.toISOString() ?? null,
  };
}

export function toGuestSeat(view: GuestView): GuestSeatResponse {
  return {
    cluster: { ...view.cluster },
    opportunity: view.opportunity && { ...view.opportunity },
    deadline: view.deadline,
    participation: view.participation,
    needs: view.needs.map(({ role, text, cites }) => ({ role, text, cites: [...cites] })),
    effortMonths: view.effortMonths,
    party: view.party && toParty(view.party),
    answer: view.answer,
    words: view.words,
    endsAt: view.endsAt.toISOString(),
  };
}

export function toSharedNeed(need: SharedNeed): SharedNeedResponse {
  const { id, role, text, trlFrom, trlTo, state, deadline } = need;
  return {
    id,
    role,
    text,
    trlFrom,
    trlTo,
    countries: [...need.countries],
    cites: [...need.cites],
    cluster: { ...need.cluster },
    opportunity: need.opportunity && { ...need.opportunity },
    deadline,
    state,
    told: [...need.organisationIds],
    sharedAt: need.sharedAt.toISOString(),
  };
}
