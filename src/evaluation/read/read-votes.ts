import { AppError } from '../../platform/errors/app-error.js';
import type { VoteCell, VoteModel } from '../../ranking/index.js';

/** What `tessera feedback --out` writes: votes by how well suggestions fitted, without whom or what they were about. */
export interface VoteFile {
  /** calendar date; votes given before it */
  readonly until: string;
  readonly cells: readonly VoteCell[];
}

/** Fifths of both figures. */
const parts = 5;
const mostInCell = 1_000_000;

/** The middle of a fifth stands for all of it. */
const middle = (part: number): number => (part + 0.5) / parts;

/**
 * Reads a file of votes; whoever wrote it, no cell counts twice and nothing but whole numbers is taken.
 *
 * @param name of the file, for the error
 * @throws {AppError} `evaluation.bad-votes`
 */
export function readVotes(text: string, name: string): VoteFile {
  const read = parsed(text, name);
  const { kind, until, cells } = read;
  if (kind !== 'tessera-votes-1') throw badVotes(name, 'it is no file that `tessera feedback --out` wrote');
  if (typeof until !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw badVotes(name, '`until` is no date');
  if (!Array.isArray(cells) || cells.length > parts * parts)
    throw badVotes(name, '`cells` is no list of 25 at most');
  const seen = new Set<string>();
  return {
    until,
    cells: cells.map((cell: unknown) => {
      const [fit, track] = [whole(cell, 'fit', parts - 1), whole(cell, 'track', parts - 1)];
      const [useful, notForUs] = [whole(cell, 'useful', mostInCell), whole(cell, 'notForUs', mostInCell)];
      if ([fit, track, useful, notForUs].includes(-1)) throw badVotes(name, 'a cell holds what is no count');
      if (seen.has(`${fit} ${track}`)) throw badVotes(name, `the cell ${fit}, ${track} is there twice`);
      seen.add(`${fit} ${track}`);
      return { fit: middle(fit), track: middle(track), useful, notForUs };
    }),
  };
}

function parsed(text: string, name: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch (cause) {
    throw badVotes(name, 'it is no JSON', cause);
  }
  throw badVotes(name, 'it is no object');
}

/** @returns -1 where it is no whole number from 0 to `most` */
function whole(cell: unknown, key: string, most: number): number {
  const value: unknown = typeof cell === 'object' && cell !== null ? Reflect.get(cell, key) : undefined;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : -1;
}

const badVotes = (name: string, what: string, cause?: unknown): AppError =>
  new AppError(
    'evaluation.bad-votes',
    'invalid',
    `${name}: ${what}; write it anew with tessera feedback --out`,
    {
      cause,
    },
  );

/** What votes made of the model as a source file of the core. */
export function votesSource(model: VoteModel | null): string {
  const written =
    model === null ? 'null' : `{ until: '${model.until}', votes: ${model.votes}, share: ${model.share} }`;
  return `import type { VoteModel } from './voted-share.js';

/** What votes made of the model; null: nothing, as it is shipped. Written by \`tessera train --votes\`; numbers only. */
export const voteModel: VoteModel | null = ${written};
`;
}
