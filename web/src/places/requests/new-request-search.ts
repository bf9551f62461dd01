/** Whom to ask about what, as the address holds it. */
export interface NewRequestSearch {
  /** id of the organisation */
  organisation?: string;
  /** id of an entry whose name is not shown */
  mask?: string;
  /** id or identifier of the call */
  call?: string;
  /** id of a seat on a board */
  seat?: string;
}

/** Reads an address; what makes no sense is left out. */
export function toNewRequestSearch(raw: Record<string, unknown>): NewRequestSearch {
  const found: NewRequestSearch = {};
  for (const key of ['organisation', 'mask', 'call', 'seat'] as const) {
    const value = raw[key];
    if (typeof value === 'string' && value.length > 0 && value.length <= 300) found[key] = value;
  }
  return found;
}
