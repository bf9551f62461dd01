/** What the members' table shows; it lives in the address. */
export interface MembersSearch {
  readonly search?: string;
  readonly state?: State;
  readonly type?: Type;
  readonly lacks?: Lack;
  readonly sort?: Sort;
}

export const states = ['imported', 'invited', 'confirmed', 'dormant', 'left'] as const;
export type State = (typeof states)[number];

export const types = ['PRC', 'REC', 'HES', 'PUB', 'OTH'] as const;
export type Type = (typeof types)[number];

export const lacks = ['contact', 'texts', 'matches', 'next-step'] as const;
export type Lack = (typeof lacks)[number];

export const sorts = ['name', 'matches', 'freshness', 'next'] as const;
export type Sort = (typeof sorts)[number];

/** Takes what an address says, and drops what it does not mean. */
export function toMembersSearch(search: Readonly<Record<string, unknown>>): MembersSearch {
  const state = states.find((known) => known === search['state']);
  const type = types.find((known) => known === search['type']);
  const lack = lacks.find((known) => known === search['lacks']);
  const sort = sorts.find((known) => known === search['sort']);
  const text = search['search'];
  return {
    ...(typeof text === 'string' && text !== '' ? { search: text.slice(0, 200) } : {}),
    ...(state === undefined ? {} : { state }),
    ...(type === undefined ? {} : { type }),
    ...(lack === undefined ? {} : { lacks: lack }),
    ...(sort === undefined || sort === 'name' ? {} : { sort }),
  };
}
