/** A kind of organisation that keeps its share of every prefix of a list. */
export interface ProtectedKind<T> {
  readonly name: string;
  /** [0, 1); of the partners of past consortia */
  readonly share: number;
  belongs(place: T): boolean;
}

/**
 * The same places in an order in which every prefix holds at least `share × length` of each kind, rounded down, as far
 * as there are any. Where a kind is short, its best that is not placed yet moves up, one that helps several kinds
 * first; otherwise the order stays. Nobody is left out, and among their own kind nobody changes places.
 *
 * @param places best first
 * @param limit how many places to fill; the rest is not needed by the caller
 */
export function fairOrder<T>(places: readonly T[], kinds: readonly ProtectedKind<T>[], limit: number): T[] {
  const member = kinds.map((kind) => places.map((place) => kind.belongs(place)));
  const held = kinds.map(() => 0);
  const placed = new Uint8Array(places.length);
  const order: T[] = [];
  let first = 0;
  while (order.length < Math.min(limit, places.length)) {
    while (placed[first] === 1) first += 1;
    const short = kinds.flatMap((kind, at) =>
      held[at]! < Math.floor(kind.share * (order.length + 1) + 1e-9) ? [at] : [],
    );
    const next = short.length === 0 ? first : (bestFor(short, { member, placed, first }) ?? first);
    placed[next] = 1;
    order.push(places[next]!);
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
