import { AppError } from '../../platform/errors/app-error.js';

export const notYourMember = (): AppError =>
  new AppError(
    'organisations.not-your-member',
    'not-found',
    'this organisation is no member of your cluster: interviews are held with members',
  );

export const lineNotOfInterview = (id: string): AppError =>
  new AppError(
    'organisations.interview-line-not-found',
    'not-found',
    `the interview that is under way has no line ${id}: the member may have been asked about it already`,
    { context: { line: id } },
  );

export const interviewFull = (most: number): AppError =>
  new AppError(
    'organisations.interview-full',
    'conflict',
    `an interview keeps at most ${most} lines: ask the member about these first`,
    { context: { most } },
  );

export const nothingToAsk = (): AppError =>
  new AppError(
    'organisations.interview-empty',
    'conflict',
    'the interview holds no line and no role yet: write one down before the member is asked about it',
  );

export const nobodyToConfirm = (): AppError =>
  new AppError(
    'organisations.nobody-to-confirm',
    'conflict',
    'nobody of this member can be written to: invite somebody first; the lines stay, not confirmed',
  );

export const interviewLinkNotFound = (): AppError =>
  new AppError(
    'organisations.interview-link-not-found',
    'not-found',
    'this link leads nowhere any more: open the one in your newest mail, or sign in and look at your profile',
  );
