/** What can be chosen of one kind, several at once. */
export const choices = ['programme', 'part', 'kind', 'ecosystem', 'actionType', 'status'] as const;
export type Choice = (typeof choices)[number];

/** What the list is narrowed to, as the address holds it; what is absent narrows nothing. */
export interface OpportunitiesSearch extends Partial<Record<Choice, string[]>> {
  search?: string;
  deadlineFrom?: string;
  deadlineTo?: string;
  budgetFrom?: number;
  trl?: number;
  region?: string;
  saved?: true;
  fits?: true;
  order?: 'deadline' | 'words' | 'identifier';
}

/** Reads an address; what makes no sense is left out. */
export function toOpportunitiesSearch(raw: Record<string, unknown>): OpportunitiesSearch {
  const found: OpportunitiesSearch = {};
  for (const choice of choices) {
    const values = listOf(raw[choice]);
    if (values.length > 0) found[choice] = values;
  }
  const text = (name: string, form: RegExp): string | undefined => {
    const said = raw[name];
    const value = typeof said === 'string' || typeof said === 'number' ? String(said).trim() : '';
    return form.test(value) ? value : undefined;
  };
  return {
    ...found,
    ...only('search', text('search', /^.{1,200}$/s)),
    ...only('deadlineFrom', text('deadlineFrom', /^\d{4}-\d\d-\d\d$/)),
    ...only('deadlineTo', text('deadlineTo', /^\d{4}-\d\d-\d\d$/)),
    ...only('budgetFrom', numberIn(raw['budgetFrom'], 0, 1e12)),
    ...only('trl', numberIn(raw['trl'], 1, 9)),
    ...only('region', text('region', /^[A-Za-z]{2}[A-Za-z0-9]{0,3}$/)),
    ...only('saved', raw['saved'] === true ? (true as const) : undefined),
    ...only('fits', raw['fits'] === true ? (true as const) : undefined),
    ...only('order', text('order', /^(deadline|words|identifier)$/) as OpportunitiesSearch['order']),
  };
}

const listOf = (raw: unknown): string[] =>
  (Array.isArray(raw) ? raw : [raw])
    .filter((value): value is string | number => typeof value === 'string' || typeof value === 'number')
    .map(String)
    .filter((value) => value !== '' && value.length <= 40);

function numberIn(raw: unknown, least: number, most: number): number | undefined {
  const value = typeof raw === 'string' || typeof raw === 'number' ? Number(raw) : NaN;
  return raw !== '' && value >= least && value <= most ? value : undefined;
}

const only = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>);

/** The same as the service is asked. */
export function toQuery({ saved, fits, ...search }: OpportunitiesSearch) {
  return {
    ...search,
    order: search.order ?? (search.search === undefined ? 'deadline' : 'words'),
    ...(saved ? { saved: 'true' } : {}),
    ...(fits ? { fits: 'true' } : {}),
  } as const;
}
