import { fittedModel, learnBoilerplate, prepareCall, SeededLearner } from '../ranking/index.js';
import type { BandModel, OpportunityText, RankingModel, SeededModel } from '../ranking/index.js';
import type { Progress } from './progress.js';
import { ask } from './protocol/ask.js';
import { trainBands } from './train-bands.js';
import { split } from './protocol/split.js';
import { statedFacts, trainCorpus } from './protocol/train-corpus.js';
import { toDocument } from './read/past-project.js';
import { publishedBy, readCallTexts } from './read/read-call-texts.js';
import { readCallTitles, readPastProjects } from './read/read-past-projects.js';

/** The window to learn from: consortia that formed in it, by what was known before it. */
export interface TrainingRequest {
  readonly cordis: string;
  readonly cut: string;
  readonly until: string;
  readonly calls: string | null;
}

export interface Training {
  readonly request: TrainingRequest;
  readonly lists: number;
  readonly model: SeededModel;
  /** what bands promise and scores stand for, under this order */
  readonly bands: BandModel;
}

/**
 * Fits the order of lists with seeds on past consortia. Every other one is asked with its coordinator, the others with
 * half of their partners. Nothing dated from `until` on is read.
 *
 * @param base whose plain score chooses who is compared, and whose bands are fitted anew
 * @throws {RankingError} `ranking.nothing-to-learn`; {AppError} those of reading
 */
export async function train(
  request: TrainingRequest,
  progress: Progress = () => undefined,
  base: RankingModel = fittedModel,
): Promise<Training> {
  const { projects } = await readPastProjects(request.cordis);
  const calls =
    request.calls === null ? new Map<string, OpportunityText>() : await readCallTexts(request.calls);
  const { train: known, pool, queries } = split(projects, request);
  const corpus = trainCorpus(known.map(toDocument), statedFacts(known), {
    model: { ...base, seeded: null },
    boilerplate: learnBoilerplate(publishedBy(calls.values(), request.cut)),
  });
  const learner = new SeededLearner();
  let lists = 0;
  queries.forEach((query, at) => {
    progress('past consortia', at, queries.length);
    const asked = ask[at % 2 === 0 ? 'idea+coordinator' : 'half'](query, { pool, calls });
    if (asked === null || asked.seeds.length === 0) return;
    const call = prepareCall(corpus, asked.text, { asOf: request.cut, excludeTopic: query.project.topic });
    const exclude = query.coordinator === null ? [] : [query.coordinator];
    learner.add(corpus, call, { seeds: asked.seeds, exclude, targets: asked.targets });
    lists += 1;
  });
  progress('trees', 0, 1);
  const model = learner.finish(request.until);
  return {
    request,
    lists,
    model,
    bands: await bandsOf(request, { ...base, seeded: model }, progress),
  };
}

/** Fits bands alone, under a model whose order stands; the same consortia as `train`. */
export async function bandsOf(
  request: TrainingRequest,
  model: RankingModel,
  progress: Progress = () => undefined,
): Promise<BandModel> {
  const { projects } = await readPastProjects(request.cordis);
  const titles = await readCallTitles(request.cordis);
  const calls =
    request.calls === null ? new Map<string, OpportunityText>() : await readCallTexts(request.calls);
  return trainBands(
    { projects, data: split(projects, request), window: request, calls, titles, model },
    progress,
  );
}

/** The model as a source file of the core: one tree a line, so that a change can be read. */
export function modelSource({ request, lists, model }: Training): string {
  const { features, trees, ...numbers } = model;
  return `import type { SeededModel } from './seeded-score.js';

/**
 * How lists with seeds are ordered. Written by \`tessera train --cut ${request.cut} --until ${request.until}\`:
 * ${lists} consortia of that window, by what was known before it. Numbers only; trees as \`Trees\` holds them.
 */
// prettier-ignore
export const seededModel: SeededModel | null = {
  until: '${numbers.until}',
  slope: ${numbers.slope},
  offset: ${numbers.offset},
  candidates: ${numbers.candidates},
  features: [
${features.map((name) => `    '${name}',`).join('\n')}
  ],
  trees: [
${trees.map((tree) => `    [${tree.join(', ')}],`).join('\n')}
  ],
};
`;
}
