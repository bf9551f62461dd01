import {
  backgroundOn,
  BandLearner,
  learnBoilerplate,
  prepareCall,
  PreparedCalls,
  rankOpportunities,
  rankOrganisations,
} from '../ranking/index.js';
import type { BandModel, Corpus, ListKind, OpportunityText, RankingModel } from '../ranking/index.js';
import type { Progress } from './progress.js';
import { ask } from './protocol/ask.js';
import type { PartnerTask } from './protocol/ask.js';
import { callsTask, topicText } from './protocol/calls-task.js';
import { coldDocuments, isMasked } from './protocol/cold.js';
import type { Split, Window } from './protocol/split.js';
import { statedFacts, trainCorpus } from './protocol/train-corpus.js';
import { toDocument } from './read/past-project.js';
import type { PastProject } from './read/past-project.js';
import { publishedBy } from './read/read-call-texts.js';

/** Places of a list of partners, and of calls, that teach. */
export const partnersRead = 100;
export const callsRead = 20;

/** One past consortium in so many is asked again, and one organisation in so many. */
const everyQuery = 4;
const everyMember = 3;

export interface PastLists {
  readonly projects: readonly PastProject[];
  readonly data: Split;
  readonly window: Window;
  /** texts of calls by topic in lower case */
  readonly calls: ReadonlyMap<string, OpportunityText>;
  readonly titles: Parameters<typeof topicText>[1];
  readonly model: RankingModel;
}

/**
 * Fits bands and chances on consortia that formed in the window, by what was known before it: on lists of partners
 * without and with partners given, and on lists of calls. Who has nothing but a profile is learned from a fifth of the
 * organisations that lost all else, as in the task `cold`.
 */
export function trainBands(lists: PastLists, progress: Progress): BandModel {
  const { data, window, calls, model } = lists;
  const facts = statedFacts(data.train);
  const options = { model, boilerplate: learnBoilerplate(publishedBy(calls.values(), window.cut)) };
  const learner = new BandLearner();
  const whole = trainCorpus(data.train.map(toDocument), facts, options);
  const cold = trainCorpus(coldDocuments(data.train, facts), facts, options);
  for (const [corpus, reads, every] of [
    [whole, () => true, everyMember],
    // there are few who have a profile alone: all are asked
    [cold, isMasked, 1],
  ] as const) {
    const reader = new ListReader(lists, corpus, { learner, reads, everyMember: every, progress });
    for (const task of ['idea', 'call'] as const) reader.partners('plain', task);
    for (const task of ['idea+coordinator', 'half'] as const) reader.partners('seeded', task);
    reader.calls();
  }
  return learner.finish(window.until);
}

interface Reading {
  readonly learner: BandLearner;
  /** of whom it learns */
  readonly reads: (organisation: string) => boolean;
  readonly everyMember: number;
  readonly progress: Progress;
}

/** Asks past lists of one corpus and notes what came of their places. */
class ListReader {
  constructor(
    private readonly lists: PastLists,
    private readonly corpus: Corpus,
    private readonly reading: Reading,
  ) {}

  partners(kind: ListKind, task: PartnerTask): void {
    const { data, window, calls } = this.lists;
    data.queries.forEach((query, at) => {
      if (at % everyQuery !== 0) return;
      this.reading.progress(`bands, ${task}`, at, data.queries.length);
      const asked = ask[task](query, { pool: data.pool, calls });
      if (asked === null || (kind === 'seeded' && asked.seeds.length === 0)) return;
      const options = { asOf: window.cut, excludeTopic: query.project.topic };
      const call = prepareCall(this.corpus, asked.text, options);
      const exclude = query.coordinator === null ? [] : [query.coordinator];
      const { results } = rankOrganisations(this.corpus, call, {
        seeds: asked.seeds,
        exclude,
        limit: partnersRead,
        explain: 0,
      });
      for (const place of results)
        this.#note(kind, place.organisation, place, asked.targets.has(place.organisation));
    });
  }

  calls(): void {
    const { projects, data, window, titles, calls } = this.lists;
    const { topics, members } = callsTask(projects, data, window);
    const prepared = new PreparedCalls(
      topics.map((topic) =>
        prepareCall(this.corpus, topicText(topic, titles, calls), { asOf: window.cut, excludeTopic: topic }),
      ),
    );
    const read = members.filter(({ organisation }) => this.reading.reads(organisation));
    read.forEach(({ organisation, had, targets }, at) => {
      if (at % this.reading.everyMember !== 0) return;
      this.reading.progress('bands, calls', at, read.length);
      const { results } = rankOpportunities(this.corpus, prepared, organisation, {
        limit: callsRead,
        explain: 0,
        exclude: [...had],
      });
      for (const place of results) this.#note('calls', organisation, place, targets.has(place.opportunity));
    });
  }

  #note(
    kind: ListKind,
    organisation: string,
    { fit, score }: { readonly fit: { readonly score: number }; readonly score: number },
    came: boolean,
  ): void {
    if (!this.reading.reads(organisation)) return;
    const background = backgroundOn(this.corpus, this.lists.window.cut, organisation);
    this.reading.learner.add(kind, { background, fit: fit.score, score, came });
  }
}

/** The bands as a source file of the core. */
export function bandsSource({ until, fit, chances }: BandModel): string {
  const numbers = (values: readonly number[]): string => `[${values.join(', ')}]`;
  const record = <T>(of: Readonly<Record<string, T>>, show: (value: T) => string): string =>
    `{ ${Object.entries(of)
      .map(([name, value]) => `${name}: ${show(value)}`)
      .join(', ')} }`;
  return `import type { BandModel } from '../calibration/band-model.js';

/**
 * What bands promise and how often what a score says comes true, by what is known of an organisation: several projects,
 * one, or a profile alone. Written by \`tessera train\`; numbers only.
 */
// prettier-ignore
export const bandModel: BandModel = {
  until: ${until === null ? 'null' : `'${until}'`},
  fit: ${record(fit, ({ strong, good }) => `{ strong: ${strong}, good: ${good} }`)},
  chances: {
${Object.entries(chances)
  .map(
    ([kind, curves]) => `    ${kind}: {
${Object.entries(curves)
  .map(([name, curve]) => `      ${name}: ${record({ ...curve }, numbers)},`)
  .join('\n')}
    },`,
  )
  .join('\n')}
  },
};
`;
}
