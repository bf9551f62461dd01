/** Two of a list that are alike, by their places, with what each has in common with the other. */
export interface Alike {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
  readonly shared: readonly [readonly string[], readonly string[]];
}

export interface AlikeGroup {
  /** places; the first is alike with each of the others */
  readonly places: readonly number[];
  /** of each place, in its own words; of the first, what it has in common with most */
  readonly shared: readonly (readonly string[])[];
}

interface Neighbour {
  readonly place: number;
  readonly likeness: number;
  readonly own: readonly string[];
  readonly theirs: readonly string[];
}

const mostWords = 6;

/**
 * Groups around one that all others are like, so that no chain of neighbours joins what is not alike. The one with the
 * most people around it comes first; nobody is in a group twice, and no place in two groups.
 *
 * @param sides whose each place is
 * @param mayMeet whether two sides may be in one group
 */
export function groupAlike(
  sides: readonly string[],
  pairs: readonly Alike[],
  mayMeet: (one: string, other: string) => boolean = () => true,
): AlikeGroup[] {
  const around = neighbours(pairs);
  const free = new Set(around.keys());
  const groups: AlikeGroup[] = [];
  const sideOf = (place: number): string => sides[place] ?? '';
  for (;;) {
    const [best] = [...free]
      .map((centre) => ({
        centre,
        chosen: meeting(
          centre,
          (around.get(centre) ?? []).filter(({ place }) => free.has(place)),
        ),
      }))
      .filter(({ chosen }) => chosen.length > 0)
      .sort(
        (a, b) => b.chosen.length - a.chosen.length || sum(b.chosen) - sum(a.chosen) || a.centre - b.centre,
      );
    if (best === undefined) return groups;
    const { centre, chosen } = best;
    for (const place of [centre, ...chosen.map(({ place: other }) => other)]) free.delete(place);
    groups.push({
      places: [centre, ...chosen.map(({ place }) => place)],
      shared: [mostCommon(chosen.map(({ own }) => own)), ...chosen.map(({ theirs }) => theirs)],
    });
  }

  /** Of each other side the most alike, as far as all may meet. */
  function meeting(centre: number, candidates: readonly Neighbour[]): Neighbour[] {
    const taken = [sideOf(centre)];
    return [...candidates]
      .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
      .filter(({ place }) => {
        const side = sideOf(place);
        const fits = taken.every((other) => other !== side && mayMeet(other, side));
        if (fits) taken.push(side);
        return fits;
      });
  }
}

function neighbours(pairs: readonly Alike[]): Map<number, Neighbour[]> {
  const around = new Map<number, Neighbour[]>();
  const add = (to: number, neighbour: Neighbour): void => {
    around.set(to, [...(around.get(to) ?? []), neighbour]);
  };
  for (const { first, second, likeness, shared } of pairs) {
    const [own, theirs] = shared;
    add(first, { place: second, likeness, own, theirs });
    add(second, { place: first, likeness, own: theirs, theirs: own });
  }
  return around;
}

const sum = (chosen: readonly Neighbour[]): number =>
  chosen.reduce((total, { likeness }) => total + likeness, 0);

/** Those that occur most often, ties in the order of the first list. */
function mostCommon(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWords)
    .map(([word]) => word);
}
