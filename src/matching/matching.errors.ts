import { AppError } from '../platform/errors/app-error.js';

export function segmentMissing(fileName: string, cause: unknown): AppError {
  return new AppError(
    'matching.segment-missing',
    'unavailable',
    `the snapshot file ${fileName} cannot be read: run "tessera score --wait" to build it again`,
    { cause },
  );
}

export function segmentDamaged(fileName: string): AppError {
  return new AppError(
    'matching.segment-damaged',
    'unavailable',
    `the snapshot file ${fileName} is damaged (its checksum differs): run "tessera score --wait" to build it again`,
  );
}

/** Numbers that the program of its time did without: scores made of what is missing would be no numbers at all. */
export function modelUnreadable(version: string, weight: string): AppError {
  return new AppError(
    'matching.model-unreadable',
    'invalid',
    `the stored ranking model "${version}" does not say ${weight}, without which this program cannot score: recompute its run with the program that stored it`,
    { context: { version, weight } },
  );
}

export function nothingInReach(): AppError {
  return new AppError(
    'matching.nothing-in-reach',
    'unauthenticated',
    'suggestions are made for somebody, and it is not known who asks: sign in first',
  );
}

/** Another version of the program built its own between our building and our reading. */
export function snapshotChanging(): AppError {
  return new AppError(
    'matching.snapshot-changing',
    'unavailable',
    'the snapshot was just replaced by one of another version of the program: try again in a minute',
  );
}

export function runNotFound(id: string): AppError {
  return new AppError('matching.run-not-found', 'not-found', `no score run "${id}"`);
}

export function nothingToScore(): AppError {
  return new AppError(
    'matching.nothing-to-score',
    'conflict',
    'there is no opportunity to score: import topics, pilots or portal records first',
  );
}

export function badDate(value: string): AppError {
  return new AppError(
    'matching.bad-date',
    'invalid',
    `"${value}" is not a date: write it as year-month-day, 2026-07-24`,
  );
}

export function scorerStopped(cause?: unknown): AppError {
  return new AppError('matching.scorer-stopped', 'unavailable', 'the scoring thread stopped; try again', {
    cause,
  });
}

export function unreadableGlossary(file: string, problem: string): AppError {
  return new AppError('matching.unreadable-glossary', 'invalid', `${file}: ${problem}`);
}

export function nobodySpeaks(): AppError {
  return new AppError(
    'matching.nobody-speaks',
    'conflict',
    'feedback is given on behalf of a cluster or an organisation, and this request is on nobody’s',
  );
}

export function reasonWithoutNeed(reason: string): AppError {
  return new AppError(
    'matching.reason-without-need',
    'invalid',
    `reason "${reason}" goes with "not-for-us"; leave it out with "useful"`,
  );
}

export function tooMuchFeedback(most: number): AppError {
  return new AppError(
    'matching.too-much-feedback',
    'conflict',
    `you have judged ${most} suggestions already; take some back first`,
  );
}

export function runNotDone(id: string, state: string): AppError {
  return new AppError(
    'matching.run-not-done',
    'conflict',
    `score run ${id} is ${state}: only what was done can be done again`,
  );
}

export function partsMissing(count: number): AppError {
  return new AppError(
    'matching.parts-missing',
    'conflict',
    `${count} of the snapshot's parts that the run read are gone: they went with their cluster, or the run is of an older version`,
  );
}

export function recomputeDiffers(run: string, differing: number, compared: number): AppError {
  return new AppError(
    'matching.recompute-differs',
    'conflict',
    `score run ${run}: ${differing} of ${compared} lists are not what they were; see above`,
  );
}
