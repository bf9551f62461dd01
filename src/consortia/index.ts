/** The face of consortia: what a call asks of partners, and boards that are being filled. */
export { callConstraints, type CallConstraint } from './needs/call-constraints.js';
export { draftNeeds, type AskingCall, type DraftedNeed } from './needs/draft-needs.js';
export type { CallSentence } from './needs/call-sentences.js';
export { cueFile, loadNeedCues } from './needs/load-need-cues.js';
export { needLanguages, type NeedCues, type NeedLanguage } from './needs/need-cues.js';
export { neededRoles, type NeededRole } from './needs/needed-role.js';
export { ruleMinima } from './assembly/rule-minima.js';
export { assemble, type Assembly, type AssemblyLimits } from './assembly/assemble.js';
export type {
  AssemblyNeed,
  AssemblyProblem,
  AssemblyWeights,
  Candidate,
  Minimum,
  Proposal,
  ProposedSeat,
  Tie,
} from './assembly/assembly-problem.js';
export { ConsortiaModule } from './consortia.module.js';
export { HeldCues } from './held-cues.js';
export { asksForPartners, HeldRules, ruleSetOf } from './call-rules.js';
export {
  loadProgrammeFacts,
  type ActionFacts,
  type HeldFacts,
  type ProgrammeFacts,
} from './programme-facts.js';
export type { Board, Consortium, Need, NeedCite, Party, Participation, Seat } from './board/board.js';
export {
  consortiumStates,
  needStates,
  offerStates,
  seatStates,
  type ConsortiumState,
  type NeedState,
  type OfferState,
  type SeatState,
} from './board/board-states.js';
export { Boards } from './board/boards.js';
export { BoardReadModel, type BoardLine } from './board/board.read-model.js';
export { BoardStore } from './board/board.store.js';
export type { SeatOffer } from './seats/seat-offer.js';
export { SeatOffers } from './seats/seat-offers.js';
export type { SharedNeed, ShareState } from './sharing/need-share.js';
export { NeedShares } from './sharing/need-shares.js';
export { Agree, type ReadyBoard } from './agreeing/agree.js';
export type { ReadinessItem } from './agreeing/readiness.js';
export { partnerFacts, seated } from './board/board.js';
export { CoverBoard, type NeedCoverage } from './board/cover-board.js';
export { needNotApproved, notOnBoard } from './consortia.errors.js';
export { TellPartners } from './mails/tell-partners.js';
export { FollowRequests } from './seats/follow-requests.js';
