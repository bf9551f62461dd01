import { AppError } from '../platform/errors/app-error.js';
import { nextStates, type Stateful } from './board/board-states.js';
import type { YamlComplaint } from '../platform/yaml/yaml-value.js';

/** The file that says how calls ask for partners is wrong. */
export function badCueFile({ file, line, key, problem }: YamlComplaint): AppError {
  return new AppError('consortia.bad-cue-file', 'invalid', `${file}:${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}

/** The file of programmes' figures cannot be used. */
export function badProgrammeFacts({ file, line, column, key, problem }: YamlComplaint): AppError {
  return new AppError(
    'consortia.bad-programme-facts',
    'invalid',
    `${file}:${line}:${column} ${key}: ${problem}`,
    {
      context: { line, column, key },
    },
  );
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

export function offerNotFound(id: string): AppError {
  return new AppError(
    'consortia.offer-not-found',
    'not-found',
    `no offer "${id}" of a seat: see GET /seat-offers`,
  );
}

/** Of several who accept at once, everybody but the first. */
export function seatTaken(): AppError {
  return new AppError(
    'consortia.seat-taken',
    'conflict',
    'somebody else accepted this seat first: your answer changed nothing. The cluster that offered it has seen that you were interested.',
  );
}

export function offerEnded(state: string): AppError {
  return new AppError('consortia.offer-ended', 'conflict', `this offer is ${state} already: load it again`, {
    context: { state },
  });
}

export function boardNotForming(state: string): AppError {
  return new AppError(
    'consortia.board-not-forming',
    'conflict',
    `this consortium is ${state}: its seats are neither offered nor answered any more`,
    { context: { state } },
  );
}

export function meantForAnother(): AppError {
  return new AppError(
    'consortia.meant-for-another',
    'conflict',
    'another organisation is meant for this seat: leave it empty first, or offer another seat',
  );
}

/** Somebody there may commit the organisation: staff do not do it for them. */
export function committerDecides(): AppError {
  return new AppError(
    'consortia.committer-decides',
    'forbidden',
    'this organisation has a person here who may commit it: only they accept the seat. Offer it to them.',
  );
}

export function onlyForPeopleOfOrganisations(): AppError {
  return new AppError(
    'consortia.no-organisation',
    'forbidden',
    'seats are answered by people of an organisation: sign in as one of them',
  );
}

/** What keeps a consortium from being agreed, item by item (B-31). */
export function notReady(items: readonly { readonly item: string; readonly kind: string }[]): AppError {
  const named = items.map(({ item }) => item);
  return new AppError(
    'consortia.not-ready',
    'conflict',
    `this consortium cannot be agreed yet: ${named.join(', ')}. See its readiness list; a rule can be waived by name, with a reason`,
    { context: { items: named } },
  );
}

export function notWaivable(item: string): AppError {
  return new AppError(
    'consortia.not-waivable',
    'conflict',
    `"${item.slice(0, 100)}" is nothing that can be waived on this board: see its readiness list`,
  );
}

export function agreeFirst(): AppError {
  return new AppError(
    'consortia.agree-first',
    'conflict',
    'a board is agreed by POST /consortia/:id/agreement, which looks whether it is ready',
  );
}

export function needNotApproved(state: string): AppError {
  return new AppError(
    'consortia.need-not-approved',
    'conflict',
    `this need is ${state}: approve it before it is shown to anybody`,
    { context: { state } },
  );
}

export function noSuchClusters(ids: readonly string[]): AppError {
  return new AppError(
    'consortia.no-such-clusters',
    'invalid',
    `${ids.length} of the clusters named do not exist: ${ids.join(', ')}`,
    { context: { clusters: ids } },
  );
}

export function notShown(): AppError {
  return new AppError(
    'consortia.not-shown',
    'not-found',
    'no cluster asked yours about this need: see GET /needs',
  );
}

export function guestLinkNotFound(): AppError {
  return new AppError(
    'consortia.guest-link-not-found',
    'not-found',
    'this link leads nowhere: look whether all of it was copied, or ask for a new one',
  );
}

export function guestLinkEnded(): AppError {
  return new AppError(
    'consortia.guest-link-ended',
    'conflict',
    'this link has ended or was taken back: ask whoever sent it for a new one',
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

export function fullBoard(thing: 'need' | 'seat' | 'link', most: number): AppError {
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
