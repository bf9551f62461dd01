import { Injectable } from '@nestjs/common';

import { OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type {
  Experience,
  FairShares,
  OpportunityText,
  OrganisationRanking,
  RankOptions,
  WithoutFilter,
} from '../../ranking/index.js';
import type { SourceAge } from '../../sources/index.js';
import type { ScoreRun } from '../runs/score-run.store.js';
import { Scorer } from '../scoring/scorer.js';
import type { StoredLists } from '../scoring/stored-ranking.js';
import { isShared } from '../snapshots/audience.js';
import { ReadySnapshot, withSisters, type Snapshot } from '../snapshots/current-snapshot.js';
import type { ListOrder } from './fair-lists.js';
import { AskedPartners, type Asked } from './asked-partners.js';
import { KnownCalls } from './known-calls.js';
import { PartnerPlaces } from './partner-places.js';
import { rankOptionsOf } from './rank-options.js';
import { isoDay, type Day } from './shown-run.js';
import { StoredPartners } from './stored-partners.js';
import type { PartnerSuggestion } from './suggestion.js';

/** What the asker narrows the list to. */
export interface PartnersWanted extends Day {
  /** ids, PICs or exact names of organisations already in */
  readonly seeds: readonly string[];
  /** what is looked for: `coordinator`, `end user`, `battery test bench` */
  readonly role: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly countries: readonly string[];
  /** NUTS prefixes */
  readonly regions: readonly string[];
  readonly types: NonNullable<RankOptions['types']>;
  readonly sme: boolean | null;
  /** absent: both */
  readonly experience?: Experience;
  /** 1 to 9; absent: any */
  readonly trl?: number;
  /** slug of a cluster, whose members alone may appear as far as the asker sees them; absent: any */
  readonly cluster?: string;
  /** ids; only these may appear; absent: anybody */
  readonly among?: readonly string[];
  /** with members of sister clusters, masked; absent: without, where nothing can be done with one */
  readonly sisters?: boolean;
  /** absent: as the installation is set */
  readonly order?: ListOrder;
  readonly limit: number;
}

export interface PartnerSuggestions {
  /** null for a free text */
  readonly opportunity: OpportunityCard | null;
  readonly snapshot: string;
  readonly model: string;
  /** calendar date that evidence was judged as of */
  readonly asOf: string;
  /** the score run whose stored list this is; null: ranked just now */
  readonly run: string | null;
  readonly order: ListOrder;
  /** what kinds keep of every prefix of the list; null: nothing, it is by score */
  readonly fairShares: FairShares | null;
  /** how many organisations scored at all, after filters */
  readonly total: number;
  readonly suggestions: readonly PartnerSuggestion[];
  /** of an empty list: how many there would be without one filter, the most first */
  readonly without: readonly WithoutFilter[];
  /** how old the data are that this rests on */
  readonly sources: readonly SourceAge[];
}

/** A question, with all that the database has to say to it. */
interface Question extends Asked {
  readonly opportunity: OpportunityCard | null;
  readonly call: OpportunityText;
  readonly snapshot: Snapshot;
  /** members of sister clusters are in the snapshot */
  readonly sisters: boolean;
  readonly sources: readonly SourceAge[];
  /** what is stored for it; null: rank it live */
  readonly stored: { readonly run: ScoreRun; readonly lists: StoredLists } | null;
}

interface Answer {
  readonly ranking: OrganisationRanking;
  readonly asOf: string;
  readonly run: string | null;
}

/** Ranked partners for an opportunity or a free text, with reasons quoted from both sides. */
@Injectable()
export class SuggestPartners {
  constructor(
    private readonly opportunities: OpportunityReadModel,
    private readonly asked: AskedPartners,
    private readonly snapshot: ReadySnapshot,
    private readonly stored: StoredPartners,
    private readonly scorer: Scorer,
    private readonly calls: KnownCalls,
    private readonly places: PartnerPlaces,
  ) {}

  /**
   * From the stored lists where they say what a live ranking would, else live.
   *
   * @param reference our id, the identifier in any letter case, or the exact title
   * @throws {AppError} `opportunities.not-found`, `opportunities.ambiguous`, `organisations.not-found` (a seed)
   */
  async forOpportunity(scope: Scope, reference: string, wanted: PartnersWanted): Promise<PartnerSuggestions> {
    const question = await this.snapshot.read(scope, async (unit, own): Promise<Question> => {
      const snapshot = wanted.sisters === true ? withSisters(own) : own;
      const id = await this.opportunities.resolve(unit, reference);
      const opportunity = (await this.opportunities.cards(unit, [id], wanted.asOf)).get(id);
      if (!opportunity) throw new Error(`opportunity ${reference} went away`);
      const call = await this.calls.one(opportunity, snapshot);
      const asked = await this.asked.find(unit, id, wanted);
      const { exclude, fair } = asked;
      const stored =
        isNarrowed(wanted) || snapshot !== own
          ? null
          : await this.stored.find(unit, snapshot, id, { ...wanted, exclude, fair });
      const sources = await this.snapshot.ages(unit, wanted.asOf);
      return { opportunity, call, ...asked, snapshot, sisters: snapshot !== own, sources, stored };
    });
    return this.#suggest(scope, question, wanted);
  }

  async forText(scope: Scope, text: string, wanted: PartnersWanted): Promise<PartnerSuggestions> {
    const call = await this.calls.idea(text);
    const question = await this.snapshot.read(scope, async (unit, own): Promise<Question> => {
      const snapshot = wanted.sisters === true ? withSisters(own) : own;
      const asked = await this.asked.find(unit, null, wanted);
      const sources = await this.snapshot.ages(unit, wanted.asOf);
      const sisters = snapshot !== own;
      return { opportunity: null, call, ...asked, snapshot, sisters, sources, stored: null };
    });
    return this.#suggest(scope, question, wanted);
  }

  async #suggest(scope: Scope, question: Question, wanted: PartnersWanted): Promise<PartnerSuggestions> {
    const { opportunity, call, snapshot, sources, order } = question;
    const { ranking, asOf, run } =
      (await this.#fromLists(question)) ?? (await this.#live(scope, question, wanted));
    const suggestions = await this.places.show(scope, call, ranking, question.useful);
    return {
      opportunity,
      snapshot: snapshot.name,
      model: ranking.modelVersion,
      asOf,
      run,
      order,
      fairShares: ranking.fairShares,
      total: ranking.total,
      suggestions,
      without: ranking.without,
      sources,
    };
  }

  async #fromLists({ call, snapshot, stored }: Question): Promise<Answer | null> {
    if (stored === null) return null;
    const { run, lists } = stored;
    const { corpus, segments } = snapshot;
    const prepare = { asOf: run.asOf, role: null };
    const ranking = await this.scorer.answer({ kind: 'stored', corpus, call, prepare, lists }, segments);
    return ranking && { ranking, asOf: run.asOf, run: run.id };
  }

  async #live(scope: Scope, question: Question, wanted: PartnersWanted): Promise<Answer> {
    const { call, seeds, fair, snapshot, cluster } = question;
    const asOf = isoDay(wanted.asOf);
    const masks = question.sisters ? await this.asked.masksLeftOut(scope, seeds) : [];
    const exclude = [...question.exclude, ...masks];
    const ranking = await this.scorer.answer(
      {
        kind: 'partners',
        corpus: snapshot.corpus,
        call,
        prepare: { asOf, role: wanted.role },
        rank: {
          ...rankOptionsOf(wanted, { seeds, exclude, fair, cluster }),
          masks: snapshot.segments.flatMap(({ audience }) => (isShared(audience) ? [audience] : [])),
          explain: wanted.limit,
        },
      },
      snapshot.segments,
    );
    return { ranking, asOf, run: null };
  }
}

/** Stored lists are for everybody: whatever narrows the question asks for a ranking of its own. */
const isNarrowed = ({ seeds, role, countries, regions, types, sme, ...other }: PartnersWanted): boolean =>
  role !== null ||
  sme !== null ||
  [other.among, other.experience, other.trl, other.cluster].some((asked) => asked !== undefined) ||
  [seeds, countries, regions, types].some(({ length }) => length > 0);
