import { IsIn, IsUUID } from 'class-validator';

import { mergeUndoDays, type ProposedMerges } from './decide-merges.js';
import type { TakenDecision } from './merge.store.js';
import type { MergeCandidate, MergeProposal } from './propose-merges.js';

const decisions = ['same', 'different'] as const;

export class DecideMergeRequest {
  /** Id of the entry that stays, as it was proposed. */
  @IsUUID()
  kept!: string;

  /** Id of the entry that goes into it. */
  @IsUUID()
  other!: string;

  /** `same`: they are one organisation; `different`: they are two, and are not proposed again. */
  @IsIn(decisions)
  decision!: (typeof decisions)[number];
}

export class MergeParam {
  /** Id of the decision. */
  @IsUUID()
  id!: string;
}

export class MergeDecidedResponse {
  /** Id of the decision, to take it back by. */
  id!: string;
}

export class MergeEntryResponse {
  id!: string;

  legalName!: string;

  country!: string | null;

  city!: string | null;

  pic!: string | null;

  vatNumber!: string | null;

  websites!: string[];

  /** Of open data: a participant of EU projects. */
  listed!: boolean;

  isMember!: boolean;

  /** People of its own look after its profile. */
  hasPeople!: boolean;
}

export class MergeProposalResponse {
  kept!: MergeEntryResponse;

  other!: MergeEntryResponse;

  /** `vat-number`, `name`, `website`; the surest first. */
  reasons!: string[];
}

export class MergeDecisionResponse {
  id!: string;

  keptName!: string;

  otherName!: string;

  /** `same`, `different`. */
  decision!: string;

  decidedAt!: string;

  /** Until when it can be taken back; null: always. */
  undoUntil!: string | null;
}

export class MergeProposalsResponse {
  /** At most a hundred. */
  items!: MergeProposalResponse[];

  /** Of them all. */
  count!: number;

  /** What was decided, the newest first; at most a hundred. */
  decisions!: MergeDecisionResponse[];
}

const shownDecisions = 100;

export function toMergeProposals({ proposals, count, decisions }: ProposedMerges): MergeProposalsResponse {
  return {
    items: proposals.map(toProposal),
    count,
    decisions: decisions.slice(0, shownDecisions).map(toDecision),
  };
}

const toProposal = ({ kept, other, reasons }: MergeProposal): MergeProposalResponse => ({
  kept: toEntry(kept),
  other: toEntry(other),
  reasons: [...reasons],
});

function toEntry({
  id,
  names,
  pic,
  vatNumber,
  websites,
  listed,
  isMember,
  hasPeople,
}: MergeCandidate): MergeEntryResponse {
  const { legalName = '', country = null, city = null } = names[0] ?? {};
  return {
    id,
    legalName,
    country,
    city,
    pic,
    vatNumber,
    websites: [...websites],
    listed,
    isMember,
    hasPeople,
  };
}

function toDecision({ id, keptName, otherName, decision, decidedAt }: TakenDecision): MergeDecisionResponse {
  const until = new Date(decidedAt.getTime() + mergeUndoDays * 86_400_000);
  return {
    id,
    keptName,
    otherName,
    decision,
    decidedAt: decidedAt.toISOString(),
    undoUntil: decision === 'same' ? until.toISOString() : null,
  };
}
