import { runBaselines } from './baselines/run-baselines.js';
import type { Evaluation, EvaluationRequest, Task, TaskCalibration, TaskFigures } from './evaluation.js';
import { meanMetrics, listMetrics } from './measure/metrics.js';
import type { ListMetrics } from './measure/metrics.js';
import { bandFrequencies, calibration } from './measure/calibration.js';
import { gateFigures } from './measure/gate.js';
import { outcome } from './measure/outcome.js';
import type { Outcome } from './measure/outcome.js';
import { recallOf, slices } from './measure/slices.js';
import { ask } from './protocol/ask.js';
import type { Asked, PartnerTask } from './protocol/ask.js';
import { callsTask, topicText } from './protocol/calls-task.js';
import { coldDocuments, isMasked } from './protocol/cold.js';
import { projectCounts } from './protocol/popularity.js';
import type { Progress } from './progress.js';
import { train } from './train.js';
import { callsRead, partnersRead } from './train-bands.js';
import { split } from './protocol/split.js';
import type { Query, Split } from './protocol/split.js';
import { statedFacts, trainCorpus } from './protocol/train-corpus.js';
import { publishedBy, readCallTexts } from './read/read-call-texts.js';
import { readCallTitles, readPastProjects } from './read/read-past-projects.js';
import { toDocument } from './read/past-project.js';
import type { StatedFacts } from './read/past-project.js';
import {
  backgroundOn,
  chanceAt,
  fittedModel,
  learnBoilerplate,
  prepareCall,
  PreparedCalls,
  rankOpportunities,
  rankOrganisations,
} from '../ranking/index.js';
import type { Band, Corpus, ListKind, OpportunityText, RankingModel } from '../ranking/index.js';

/** Places looked at: MRR needs no more. */
const depth = 200;

/**
 * Judges the ranking on real consortia by the protocol of docs/evaluation.md: from files, through the same core that
 * serves users.
 *
 * @param clock milliseconds of some clock, for the time it took
 */
export async function evaluate(
  request: EvaluationRequest,
  clock: () => number,
  progress: Progress = () => undefined,
): Promise<Evaluation> {
  const startedAt = clock();
  progress('reading', 0, 1);
  const { projects } = await readPastProjects(request.cordis);
  const calls =
    request.calls === null ? new Map<string, OpportunityText>() : await readCallTexts(request.calls);
  const data = split(projects, { cut: request.cut, until: request.until ?? '9999-12-31' });
  const model = request.model ?? (await modelFor(request, progress));
  const judge = new Judge({ data, request, calls, model, progress });
  const figures: Partial<Record<Task, TaskFigures>> = {};
  for (const task of request.tasks) {
    if (task === 'cold') figures.cold = judge.cold();
    else if (task === 'calls') figures.calls = judge.calls(projects, await readCallTitles(request.cordis));
    else figures[task] = judge.partners(task);
  }
  const { database = null, every = 1 } = request;
  const baselines = await runBaselines(request.baselines, { data, calls, progress, database, every });
  return {
    cut: request.cut,
    until: request.until,
    model: judge.corpus.model.version,
    trainProjects: data.train.length,
    pool: data.pool.size,
    tasks: figures,
    baselines,
    seconds: Math.round((clock() - startedAt) / 100) / 10,
  };
}

/**
 * What consortia taught, without what votes made of it: those were given after any past. The shipped model where all it learned from precedes the cut; else one that learns from the year before the cut.
 */
async function modelFor(request: EvaluationRequest, progress: Progress): Promise<RankingModel> {
  const { seeded } = fittedModel;
  if (seeded === null || seeded.until <= request.cut) return fittedModel;
  const year = { ...request, cut: yearBefore(request.cut), until: request.cut };
  const { model, bands } = await train(year, progress);
  return {
    ...fittedModel,
    version: `${fittedModel.version}, learned until ${request.cut}`,
    seeded: model,
    bands: { ...fittedModel.bands, ...bands },
  };
}

const yearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4).replace('02-29', '02-28')}`;

interface Judged {
  readonly data: Split;
  readonly request: EvaluationRequest;
  /** texts of calls by topic in lower case */
  readonly calls: ReadonlyMap<string, OpportunityText>;
  readonly model: RankingModel;
  readonly progress: Progress;
}

/** One window, its corpus, and what was prepared on it. */
class Judge {
  readonly corpus: Corpus;
  readonly #facts: ReadonlyMap<string, StatedFacts>;
  readonly #counts: ReadonlyMap<string, number>;

  constructor(private readonly on: Judged) {
    const { train: known } = on.data;
    on.progress('index', 0, 1);
    this.#facts = statedFacts(known);
    this.#counts = projectCounts(known);
    this.corpus = trainCorpus(known.map(toDocument), this.#facts, {
      boilerplate: this.#boilerplate(),
      model: this.on.model,
    });
  }

  /** Learned from calls published before the cut alone. */
  #boilerplate(): ReturnType<typeof learnBoilerplate> {
    return learnBoilerplate(publishedBy(this.on.calls.values(), this.on.request.cut));
  }

  partners(task: PartnerTask): TaskFigures {
    const outcomes = this.#outcomes(this.corpus, task, task);
    const kind = task === 'idea+coordinator' || task === 'half' ? 'seeded' : 'plain';
    return {
      ...this.#figures(outcomes),
      calibration: this.#calibration(this.corpus, kind, outcomes.flatMap(observed)),
    };
  }

  /** As `idea`, over a corpus in which a fifth of the organisations have nothing but a profile. */
  cold(): TaskFigures {
    const corpus = trainCorpus(coldDocuments(this.on.data.train, this.#facts), this.#facts, {
      boilerplate: this.#boilerplate(),
      model: this.on.model,
    });
    const outcomes = this.#outcomes(corpus, 'idea', 'cold');
    return {
      ...this.#figures(outcomes),
      calibration: this.#calibration(corpus, 'plain', outcomes.flatMap(observed)),
      'maskedRecall@100': recallOf(outcomes, isMasked)['recall@100'],
      'othersRecall@100': recallOf(outcomes, (id) => !isMasked(id))['recall@100'],
    };
  }

  #outcomes(corpus: Corpus, task: PartnerTask, name: Task): Outcome[] {
    const { queries, pool } = this.on.data;
    return queries.flatMap((query, done) => {
      if (!this.#isAsked(done)) return [];
      this.on.progress(name, done, queries.length);
      const asked = ask[task](query, { pool, calls: this.on.calls });
      if (asked === null) return [];
      return [outcome(query, this.#rank(corpus, query, asked), asked.targets, this.#facts)];
    });
  }

  #rank(
    corpus: Corpus,
    { project, coordinator }: Query,
    { text, seeds }: Asked,
  ): Pick<Outcome, 'ranked' | 'scores' | 'bands' | 'fair'> {
    const options = { asOf: this.on.request.cut, excludeTopic: project.topic };
    const call = prepareCall(corpus, text, options);
    const exclude = coordinator === null ? [] : [coordinator];
    const { fairLike, fairAmong } = corpus.model;
    const fair = { sme: null, company: null, newcomer: fairLike.newcomer };
    const limit = Math.max(depth, fairAmong);
    const { results } = rankOrganisations(corpus, call, { seeds, exclude, fair, limit, explain: 0 });
    const byScore = [...results].sort((a, b) => a.scoreRank - b.scoreRank);
    return {
      ranked: byScore.map(({ organisation }) => organisation),
      scores: byScore.map(({ score }) => score),
      bands: byScore.map(({ fit }) => fit.band),
      fair: results.map(({ organisation }) => organisation),
    };
  }

  #isAsked(place: number): boolean {
    return place % (this.on.request.every ?? 1) === 0;
  }

  #calibration(corpus: Corpus, kind: ListKind, places: readonly ObservedPlace[]): TaskCalibration {
    const { cut } = this.on.request;
    const { bands } = corpus.model;
    const forecasts = places.map(({ organisation, score, band, came }) => {
      const background = backgroundOn(corpus, cut, organisation);
      return { chance: chanceAt(bands.chances[kind][background], score), came, band, background };
    });
    const newcomers = forecasts.filter(({ background }) => background !== 'known');
    return {
      all: { ...calibration(forecasts), bands: bandFrequencies(forecasts) },
      newcomers: { ...calibration(newcomers), bands: bandFrequencies(newcomers) },
    };
  }

  #figures(outcomes: readonly Outcome[]): TaskFigures {
    const mean = (value: (one: Outcome) => number): number =>
      outcomes.reduce((sum, one) => sum + value(one), 0) / Math.max(1, outcomes.length);
    return {
      queries: outcomes.length,
      ...meanMetrics(outcomes.map(({ metrics }) => metrics)),
      'smeShare@50': mean(({ shares }) => shares.sme),
      'companyShare@50': mean(({ shares }) => shares.company),
      gate: gateFigures(outcomes, this.#facts),
      ...(this.on.request.slices
        ? { slices: slices(outcomes, { facts: this.#facts, projects: this.#counts }) }
        : {}),
    };
  }

  /** The other direction: the topics of the window for each organisation that joined one. */
  calls(projects: Parameters<typeof callsTask>[0], titles: Parameters<typeof topicText>[1]): TaskFigures {
    const window = { cut: this.on.request.cut, until: this.on.request.until ?? '9999-12-31' };
    const { topics, members } = callsTask(projects, this.on.data, window);
    const calls = new PreparedCalls(
      topics.map((topic) =>
        prepareCall(this.corpus, topicText(topic, titles, this.on.calls), {
          asOf: window.cut,
          excludeTopic: topic,
        }),
      ),
    );
    const asked = members.filter((_, at) => this.#isAsked(at));
    const lists = asked.map(({ organisation, had, targets, projects: count }, done) => {
      this.on.progress('calls', done, asked.length);
      const { results } = rankOpportunities(this.corpus, calls, organisation, {
        limit: topics.length,
        explain: 0,
      });
      const shown = results.filter(({ opportunity }) => !had.has(opportunity));
      const ranked = shown.map(({ opportunity }) => opportunity);
      const places = shown.slice(0, callsRead).map(({ opportunity, score, fit }): ObservedPlace => {
        return { organisation, score, band: fit.band, came: targets.has(opportunity) };
      });
      return { count, places, metrics: listMetrics(ranked, targets) };
    });
    return {
      calibration: this.#calibration(
        this.corpus,
        'calls',
        lists.flatMap(({ places }) => places),
      ),
      ...means(lists.map(({ metrics }) => metrics)),
      oneProject: means(lists.filter(({ count }) => count === 1).map(({ metrics }) => metrics)),
    };
  }
}

/** One place of a list that was asked again, with what came of it. */
interface ObservedPlace {
  readonly organisation: string;
  readonly score: number;
  readonly band: Band;
  readonly came: boolean;
}

const observed = ({ ranked, scores, bands, targets }: Outcome): ObservedPlace[] =>
  ranked.slice(0, partnersRead).map((organisation, at) => ({
    organisation,
    score: scores[at] ?? 0,
    band: bands[at] ?? 'unknown',
    came: targets.has(organisation),
  }));

const means = (lists: readonly ListMetrics[]): ListMetrics & { queries: number } => ({
  queries: lists.length,
  ...meanMetrics(lists),
});
