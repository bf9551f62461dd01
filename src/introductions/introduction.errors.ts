import { AppError } from '../platform/errors/app-error.js';
import { nextStates, type IntroductionState } from './state/introduction-state.js';

export const introductionNotFound = (id: string): AppError =>
  new AppError('introductions.not-found', 'not-found', `no request "${id}": see GET /introductions`);

/** Also what somebody hears who may not be asked at all: no answer tells the two apart. */
export const nobodyToAsk = (): AppError =>
  new AppError(
    'introductions.nobody-to-ask',
    'not-found',
    'there is nobody of that id whom you can ask: take one from a list of partners',
  );

/** A state that does not follow from the one it is in, or not through you (T-02). */
export function noSuchMove(from: IntroductionState, to: IntroductionState): AppError {
  const next = nextStates(from).join(', ') || 'nothing';
  return new AppError(
    'introductions.no-such-move',
    'conflict',
    `a request that is ${from} cannot become ${to} through you; it can become: ${next}`,
    { context: { from, to } },
  );
}

export const notInThisState = (what: string, state: IntroductionState): AppError =>
  new AppError('introductions.not-now', 'conflict', `${what} cannot be done while the request is ${state}`, {
    context: { state },
  });

export const notYours = (what: string): AppError =>
  new AppError('introductions.not-yours', 'forbidden', `${what} is for others to do: see who is named on it`);

export const changedMeanwhile = (id: string): AppError =>
  new AppError(
    'introductions.changed-meanwhile',
    'conflict',
    'this request was changed meanwhile: load it again, then repeat your change',
    { context: { introduction: id } },
  );

export const askedEnough = (most: number): AppError =>
  new AppError(
    'introductions.asked-enough',
    'conflict',
    `you are asking ${most} organisations for this already: wait for an answer, or take one request back`,
    { context: { most } },
  );

export const askedAlready = (): AppError =>
  new AppError(
    'introductions.asked-already',
    'conflict',
    'this organisation has a request of yours about the same already: open that one',
  );

export const sameWordsAgain = (most: number): AppError =>
  new AppError(
    'introductions.same-words',
    'too-many',
    `${most} organisations were sent these very words this week: write to each why it is them you ask`,
    { context: { most } },
  );

export const replacementOnlyNow = (): AppError =>
  new AppError(
    'introductions.replacement-only',
    'conflict',
    'the deadline is less than ten days away: only the replacement of a partner can be asked for; mark it as one',
  );

export const emptyRequest = (): AppError =>
  new AppError(
    'introductions.empty',
    'invalid',
    'nothing is written: say what you bring or which role you mean',
  );

export const whichCluster = (count: number): AppError =>
  new AppError(
    'introductions.which-cluster',
    'invalid',
    `you work for ${count} clusters: name the one in whose name you ask`,
  );

export const linkNotFound = (): AppError =>
  new AppError(
    'introductions.link-not-found',
    'not-found',
    'this link leads nowhere any more: open the one in your newest mail, or sign in',
  );

export const signInToAccept = (): AppError =>
  new AppError(
    'introductions.sign-in-to-accept',
    'forbidden',
    'a link cannot accept: sign in, because accepting tells each side who the other is',
  );

export const badSlots = (problem: string): AppError =>
  new AppError('introductions.bad-slots', 'invalid', `the times proposed cannot be: ${problem}`);

export const badClosing = (): AppError =>
  new AppError('introductions.bad-closing', 'invalid', 'the first closing day is after the last: swap them');

export const tooManySent = (waitSeconds: number): AppError =>
  new AppError(
    'introductions.too-many',
    'too-many',
    `you have sent as many requests as a day allows: try again in ${Math.ceil(waitSeconds / 60)} minutes`,
    { context: { waitSeconds } },
  );

export const badAddress = (): AppError =>
  new AppError(
    'introductions.bad-address',
    'invalid',
    'this cannot be written to: a guest needs a name and a mail address like name@example.org',
  );
