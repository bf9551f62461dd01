import { AppError } from '../platform/errors/app-error.js';
import { nextStates, type Stateful } from './board/board-states.js';
import type { YamlComplaint } from '../platform/yaml/yaml-value.js';

/** The file that says how calls ask for partners is wrong. */
export function badCueFile({ file, line, key, problem }: YamlComplaint): AppError {
  return new AppError('consortia.bad-cue-file', 'invalid', `${file}:${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}

export function consortiumNotFound(id: string): AppError {
  return new AppError('consortia.not-found', 'not-found', `no consortium "${id}": see GET /consortia`);
}

export function notOnBoard(thing: 'need' | 'seat', id: string): AppError {
  return new AppError('consortia.not-on-board', 'not-found', `no ${thing} "${id}" on this board`);
}

/** Somebody else was quicker: nothing of theirs is overwritten. */
export function changedMeanwhile(thing: Stateful, id: string): AppError {
  return new AppError(
    'consortia.changed-meanwhile',
    'conflict',
    `this ${thing} was changed or removed by somebody else meanwhile: load it again, then repeat your change`,
    { context: { thing, id } },
  );
}

export function seatedTwice(organisation: string): AppError {
  return new AppError(
    'consortia.seated-twice',
    'conflict',
    'this organisation has a seat on this board already: change that seat instead',
    { context: { organisation } },
  );
}

/** A state that does not follow from the one it is in (T-02). */
export function noSuchMove(thing: Stateful, from: string, to: string): AppError {
  const next = nextStates(thing, from).join(', ') || 'nothing';
  return new AppError(
    'consortia.no-such-move',
    'conflict',
    `a ${thing} that is ${from} cannot become ${to}; it can become: ${next}`,
    { context: { thing, from, to } },
  );
}

export function seatNeedsSomebody(): AppError {
  return new AppError(
    'consortia.seat-needs-somebody',
    'invalid',
    'nobody is on this seat: name an organisation before it goes on',
  );
}

export function unknownNeeds(ids: readonly string[]): AppError {
  return new AppError(
    'consortia.unknown-needs',
    'invalid',
    `${ids.length} of the needs named are not on this board: ${ids.join(', ')}`,
    { context: { needs: ids } },
  );
}

export function nothingToStartFrom(): AppError {
  return new AppError(
    'consortia.nothing-to-start-from',
    'invalid',
    'a board starts from an opportunity or from an idea: name one of them',
  );
}

/** A board has staff of one cluster behind it. */
export function whichCluster(count: number): AppError {
  return new AppError(
    'consortia.which-cluster',
    'invalid',
    `you work for ${count} clusters: name the one that this board belongs to`,
  );
}

export function fullBoard(thing: 'need' | 'seat', most: number): AppError {
  return new AppError(
    'consortia.full-board',
    'invalid',
    `a board holds at most ${most} ${thing}s; remove one first`,
    {
      context: { most },
    },
  );
}

export function seatWithoutNeeds(): AppError {
  return new AppError(
    'consortia.seat-without-needs',
    'conflict',
    'this board has no open need to look for: add a need, or open one again',
  );
}
