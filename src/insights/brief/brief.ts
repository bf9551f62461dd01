import type { Budget, OpportunityKind, OpportunityStatus, ShownDeadline } from '../../opportunities/index.js';
import type { Band } from '../../ranking/index.js';
import type { Language } from '../language.js';
import type { ShownSource } from '../shown-source.js';
import type { LikelyRole } from '../likely-role.js';

/** One A4 page for an organisation: what is open for it, why, and with whom. All texts as their sources write them. */
export interface Brief {
  readonly organisation: BriefOrganisation;
  /** the clusters it belongs to, by the name their language gives them */
  readonly clusters: readonly BriefCluster[];
  /** the day it speaks of */
  readonly asOf: string;
  readonly calls: readonly BriefCall[];
  /** how many opportunities fit at all */
  readonly fitting: number;
  readonly dates: BriefDates;
}

export interface BriefOrganisation {
  readonly name: string;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly invented: boolean;
}

export interface BriefCluster {
  readonly shortName: string;
  readonly name: Readonly<Record<Language, string>>;
}

/** How old is what the page says. */
export interface BriefDates {
  /** day of the oldest source among the calls shown; null where none is shown */
  readonly calls: string | null;
  /** day of the newest statement about the organisation; null where none is dated */
  readonly organisation: string | null;
  /** of every source the calls and partners rest on */
  readonly sources: readonly ShownSource[];
  readonly snapshot: string;
  readonly model: string;
}

export interface BriefCall {
  /** our id */
  readonly id: string;
  readonly identifier: string;
  readonly kind: OpportunityKind;
  readonly title: string;
  readonly programme: Readonly<Record<Language, string>> | null;
  readonly actionTypes: readonly string[];
  readonly status: OpportunityStatus;
  readonly opensOn: string | null;
  /** still to come, the next one first */
  readonly deadlines: readonly ShownDeadline[];
  readonly budget: Budget | null;
  /** page at the source, if it leads where ours may lead */
  readonly url: string | null;
  readonly invented: boolean;
  /** its text is a summary in our words, not the official one */
  readonly summarised: boolean;
  readonly fit: Band;
  readonly trackRecord: Band;
  readonly role: LikelyRole | null;
  /** weighty words of the call that no evidence shows */
  readonly missing: readonly string[];
  /** at most two, the weightiest first */
  readonly reasons: readonly BriefReason[];
  /** at most three, the best first */
  readonly partners: readonly BriefPartner[];
}

/** A sentence of the call beside one of the organisation's own record. */
export interface BriefReason {
  readonly call: BriefQuote;
  readonly evidence: BriefQuote;
  readonly source: BriefSource;
}

export interface BriefQuote {
  readonly text: string;
  /** shared words, as this side writes them */
  readonly terms: readonly string[];
}

export interface BriefSource {
  readonly type: 'profile' | 'competence' | 'project' | 'result';
  readonly title: string | null;
  readonly date: string | null;
  readonly state: string;
}

export interface BriefPartner extends BriefOrganisation {
  readonly participantUrl: string | null;
  readonly introduction: BriefIntroduction;
}

/** Who can make the contact. */
export type BriefIntroduction =
  /** the organisation itself was in a project with it */
  | { readonly by: 'yourselves'; readonly acronym: string; readonly year: number | null }
  /** it is the organisation's own cluster */
  | { readonly by: 'own-cluster' }
  /** both are in this cluster */
  | { readonly by: 'cluster'; readonly shortName: string }
  /** another organisation of the cluster was in a project with it */
  | {
      readonly by: 'organisation';
      readonly name: string;
      readonly acronym: string;
      readonly year: number | null;
    }
  /** no shared project is known; there may be a cluster to ask */
  | { readonly by: 'nobody-known'; readonly askCluster: boolean };
