import type { OpportunityCard } from '../../opportunities/index.js';
import type { Band, FairKind, MissingItem, TooLittle } from '../../ranking/index.js';

/** One of the two figures, never merged on a screen: competence fit, track record. */
export interface SuggestionFigure {
  readonly score: number;
  readonly band: Band;
}

/** One reason: what it added to the score, and the sentence on either side that says it. */
export interface SuggestionReason {
  /** `text`, `concepts`, `proximity`, `experience`, `activity`, `facts`; `rest` is what is too small to list */
  readonly signal: string;
  /** the contributions of all reasons add up to the score */
  readonly contribution: number;
  /** verbatim; null where the reason is not about words (a shared project, a stated fact) */
  readonly callQuote: string | null;
  readonly evidenceQuote: string | null;
  /** words or concepts both sides share, the weightiest first: `disassembly ↔ smontaggio` */
  readonly terms: readonly string[];
  readonly evidence: ReasonEvidence | null;
}

export interface ReasonEvidence {
  readonly type: 'profile' | 'competence' | 'project' | 'result';
  readonly id: string;
  readonly title: string | null;
  /** calendar date; null where not stated */
  readonly date: string | null;
  /** of a project: its page */
  readonly url: string | null;
  /** `open`, `confirmed`, `unconfirmed` */
  readonly state: string;
}

/** What may be known of a member of a sister cluster before it agreed to more. */
export interface MaskedFacts {
  /** it chose to be shown by name */
  readonly named: boolean;
  /** `1-9`, `10-49`, `50-249`, `250+`; null where not stated or kept back */
  readonly sizeBand: string | null;
  /** what it would do in a project */
  readonly roles: readonly string[];
}

export interface SuggestedOrganisation {
  /** of a member of a sister cluster: of its mask, which leads nowhere */
  readonly id: string;
  readonly pic: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly city: string | null;
  readonly nuts: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly url: string | null;
  /** page in the register of participants; null without a PIC */
  readonly participantUrl: string | null;
  /** made up for the demonstration */
  readonly invented: boolean;
  /** ids of clusters in scope of which it is a member */
  readonly clusters: readonly string[];
  /** it is a member of a sister cluster; null: it is in open data, or the asker's own */
  readonly masked: MaskedFacts | null;
}

/** A member of the asker's cluster who shared a project with the organisation. */
export interface SuggestedIntroducer {
  readonly id: string;
  readonly name: string;
  readonly acronym: string;
  readonly year: number | null;
}

/** The experienced co-ordinator that goes best with a newcomer. */
export interface SuggestedCompanion {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  /** consortia it led, and all it was in */
  readonly led: number;
  readonly consortia: number;
  readonly fit: SuggestionFigure;
  /** what the call asks, nothing of the newcomer shows and this one does */
  readonly adds: readonly string[];
}

export interface PartnerSuggestion {
  readonly rank: number;
  /** place by score alone */
  readonly scoreRank: number;
  /** kinds for whose share it stands further up than its score would have it */
  readonly raisedFor: readonly FairKind[];
  /** of a newcomer: who could lead; null for others, or where nobody is in reach */
  readonly companion: SuggestedCompanion | null;
  readonly organisation: SuggestedOrganisation;
  readonly score: number;
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
  /** why the fit is unknown, and so what would change it; null: enough is known */
  readonly tooLittle: TooLittle | null;
  readonly reasons: readonly SuggestionReason[];
  readonly missing: readonly MissingItem[];
  readonly introducers: readonly SuggestedIntroducer[];
  /** the asker found it useful */
  readonly useful: boolean;
}

export interface CallSuggestion {
  readonly rank: number;
  readonly opportunity: OpportunityCard;
  readonly score: number;
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
  /** why the fit is unknown, and so what would change it; null: enough is known */
  readonly tooLittle: TooLittle | null;
  readonly reasons: readonly SuggestionReason[];
  readonly missing: readonly MissingItem[];
  /** the asker found it useful */
  readonly useful: boolean;
}
