import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { SourceAges } from '../../sources/index.js';
import { RequestScoreRun } from '../runs/request-score-run.js';
import { ScoreRunStore } from '../runs/score-run.store.js';
import { AutoScore } from './auto-score.js';
import { refreshScoresJob, type RefreshScores } from './refresh-scores.job.js';
import { ScoreInputStore } from './score-input.store.js';
import { ScoreInputs } from './score-inputs.js';

/** After a change ranking waits so long for the next one, in seconds: people import several files in a row. */
const quietSeconds = 30;

/** Keeps lists from growing stale: finds that calls or evidence have changed, and asks for a run when all is quiet. */
@Injectable()
export class RefreshScoresProcessor {
  readonly #stores = { inputs: new ScoreInputStore(), runs: new ScoreRunStore(), sources: new SourceAges() };

  constructor(
    registry: JobRegistry,
    auto: AutoScore,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly inputs: ScoreInputs,
    private readonly request: RequestScoreRun,
  ) {
    registry.handle(refreshScoresJob, (payload) => this.#refresh(payload));
    if (auto.enabled)
      registry.sweep('stale-scores', async () => {
        const stale = await this.#stale();
        return stale ? [{ job: refreshScoresJob, payload: stale }] : [];
      });
  }

  async #refresh(payload: RefreshScores): Promise<void> {
    const stale = await this.#stale();
    if (stale?.fingerprint === payload.fingerprint) await this.request.request(this.clock.now());
  }

  /** What is to be ranked anew; undefined where lists are fresh, or where the next change is to be expected soon. */
  async #stale(): Promise<RefreshScores | undefined> {
    const fingerprint = await this.inputs.fingerprint();
    if (fingerprint === undefined) return undefined;
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const state = await this.#stores.inputs.look(unit, fingerprint);
      if (state.isRanked || state.quietSeconds < quietSeconds || (await this.#isBusy(unit))) return undefined;
      return { fingerprint, since: state.since };
    });
  }

  /** A run is under way, or a source is being fetched. */
  async #isBusy(unit: Unit): Promise<boolean> {
    if (await this.#stores.runs.unfinished(unit)) return true;
    return (await this.#stores.sources.all(unit, this.clock.now())).some(({ running }) => running);
  }
}
