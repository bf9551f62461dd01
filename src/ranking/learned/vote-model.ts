import type { VoteModel } from './voted-share.js';

/** What votes made of the model; null: nothing, as it is shipped. Written by `tessera train --votes`; numbers only. */
export const voteModel: VoteModel | null = null;
