/** A kind of organisation that keeps its share of every prefix of a list. */
export interface ProtectedKind<Kind extends string, T> {
  readonly name: Kind;
  /** how many of a prefix of this length belong to it at least, as far as there are any; never falls with the length */
  least(length: number): number;
  belongs(place: T): boolean;
}

/** At least `share × length` of every prefix, rounded down. */
export const shareOf =
  (share: number) =>
  (length: number): number =>
    Math.floor(share * length + 1e-9);

/** A place in a fair order. */
export interface FairPlace<Kind extends string, T> {
  readonly item: T;
  /** place in the order it was given in, from 1 */
  readonly before: number;
  /** the kinds for whose sake it stands before others that it stood behind; empty: it does not */
  readonly raisedFor: readonly Kind[];
}

/**
 * The same places in an order in which every prefix holds as many of each kind as the kind asks, as far as there are any.
 * Where a kind is short, its best that is not placed yet moves up, one that helps several kinds first; otherwise the order
 * stays. Nobody is left out, and among their own kind nobody changes places.
 *
 * @param places best first
 * @param limit how many places to fill; the rest is not needed by the caller
 */
export function fairOrder<Kind extends string, T>(
  places: readonly T[],
  kinds: readonly ProtectedKind<Kind, T>[],
  limit: number,
): FairPlace<Kind, T>[] {
  const member = kinds.map((kind) => places.map((place) => kind.belongs(place)));
  const held = kinds.map(() => 0);
  const placed = new Uint8Array(places.length);
  const order: FairPlace<Kind, T>[] = [];
  let first = 0;
  while (order.length < Math.min(limit, places.length)) {
    while (placed[first] === 1) first += 1;
    const short = kinds.flatMap((kind, at) => (held[at]! < kind.least(order.length + 1) ? [at] : []));
    const next = short.length === 0 ? first : (bestFor(short, { member, placed, first }) ?? first);
    placed[next] = 1;
    const raisedFor =
      next > order.length ? short.filter((kind) => member[kind]![next]).map((kind) => kinds[kind]!.name) : [];
    order.push({ item: places[next]!, before: next + 1, raisedFor });
    kinds.forEach((_, at) => (held[at]! += Number(member[at]![next])));
  }
  return order;
}

interface State {
  readonly member: readonly (readonly boolean[])[];
  readonly placed: Uint8Array;
  readonly first: number;
}

/** The first unplaced one that belongs to most of the kinds that are short; undefined where none belongs to any. */
function bestFor(short: readonly number[], { member, placed, first }: State): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (let at = first; at < placed.length && most < short.length; at += 1) {
    if (placed[at] === 1) continue;
    const helps = short.reduce((sum, kind) => sum + Number(member[kind]![at]), 0);
    if (helps > most) {
      most = helps;
      best = at;
    }
  }
  return best;
}
