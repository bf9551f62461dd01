import type { OpportunityCard } from '../../opportunities/index.js';
import type { Band } from '../../ranking/index.js';
import type { BriefReason } from '../brief/brief.js';
import type { CallStated } from '../brief/call-facts.js';
import type { Language } from '../language.js';
import type { ShownSource } from '../shown-source.js';

/** How the visitor came: with a session, as the demonstration's officer without one, or as nobody we know. */
export type Visitor = 'signed-in' | 'demonstration' | 'nobody';

/** What a visitor of the bare address is shown. */
export interface FirstPage {
  readonly visitor: Visitor;
  /** the day it speaks of */
  readonly asOf: string;
  /** on whose behalf it looks; null where there is no cluster yet */
  readonly cluster: FirstPageCluster | null;
  readonly state: FirstPageState;
  /** a score run is under way */
  readonly progress: RunUnderWay | null;
  readonly demonstration: DemonstrationSet;
  readonly sources: readonly ShownSource[];
}

export interface FirstPageCluster {
  readonly slug: string;
  readonly name: Readonly<Record<Language, string>>;
}

/**
 * - `closed`: the visitor may not see members and partners; `listed` calls are open, forthcoming or standing
 * - `empty`: there is nothing to match
 * - `scoring`: the first lists are being made
 * - `unscored`: there is something to match, and nobody has asked for lists; `failed` where a run was given up
 */
export type FirstPageState =
  | { readonly kind: 'empty' | 'scoring' }
  | { readonly kind: 'closed'; readonly listed: number }
  | { readonly kind: 'unscored'; readonly failed: boolean }
  | ReadyState;

export interface ReadyState {
  readonly kind: 'ready';
  readonly call: ShownCall | null;
  readonly member: ShownMember | null;
  /** calls that are open, forthcoming or standing */
  readonly listed: number;
}

export interface RunUnderWay {
  readonly done: number;
  readonly total: number;
  /** null before the first block is done */
  readonly secondsLeft: number | null;
}

export interface DemonstrationSet {
  /** something on the page is invented */
  readonly shown: boolean;
  /** invented organisations that are in no list because there are real ones */
  readonly leftOut: number;
  /** there are demonstration topics, and every one of them is past its deadline */
  readonly expired: boolean;
}

/** A call with its first partners. */
export interface ShownCall {
  readonly id: string;
  readonly stated: StatedCall;
  readonly partners: readonly ShownPartner[];
}

export type StatedCall = CallStated &
  Pick<OpportunityCard, 'title' | 'url' | 'invented'> & { readonly summarised: boolean };

export interface ShownPartner {
  readonly name: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly invented: boolean;
  readonly fit: Band;
  readonly trackRecord: Band;
  readonly reason: BriefReason;
  /** who shared a project with it; null where nobody known did */
  readonly introducer: {
    readonly name: string;
    readonly acronym: string;
    readonly year: number | null;
  } | null;
}

/** A member of the cluster with its first calls. */
export interface ShownMember {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly invented: boolean;
  readonly calls: readonly ShownMemberCall[];
}

export interface ShownMemberCall {
  readonly stated: StatedCall;
  readonly fit: Band;
  readonly trackRecord: Band;
  readonly reason: BriefReason;
}
