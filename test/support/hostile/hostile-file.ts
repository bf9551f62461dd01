/** A file that somebody hands in by mistake or on purpose, and what must come of it. */
export interface HostileFile {
  readonly name: string;
  /**
   * - `refused`: the whole file, with a reason
   * - `read`: rows of it are read or refused one by one, and nothing else happens
   */
  readonly outcome: 'refused' | 'read';
  /** where it is handed in; left out: as a list of members */
  readonly path?: string;
  /** made when it is needed; in pieces where it would not fit in memory */
  readonly content: () => Uint8Array | AsyncIterable<Uint8Array>;
}

export const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const refused = (name: string, content: HostileFile['content']): HostileFile => ({
  name,
  outcome: 'refused',
  content,
});

export const read = (name: string, content: HostileFile['content']): HostileFile => ({
  name,
  outcome: 'read',
  content,
});

export const header = 'legalName;country;city;description;competences;url;vatNumber;since;employees\n';

/** A row with one text in every cell that takes one. */
export const rowOf = (text: string): string =>
  `Alfa;IT;${text};${text};${text};${text};${text};${text};${text}\n`;

export const megabyte = 1024 * 1024;

/** One long line without an end, piece by piece. */
export async function* endlessLine(bytes: number, above = header): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(megabyte, 'a');
  yield utf8(above);
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}
