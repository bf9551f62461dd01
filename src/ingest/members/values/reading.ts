/** What a cell says: a value, or `null` for "not stated", perhaps with a remark; or why it cannot be read. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T | null; readonly remark?: Remark }
  | { readonly ok: false; readonly remark: Remark };

export interface Remark {
  /** a stable code */
  readonly problem: string;
  readonly message: string;
  /** the value may be about a person: it is not repeated in messages */
  readonly personal?: boolean;
}

export function stated<T>(value: T | null, remark?: Remark): Reading<T> {
  return remark === undefined ? { ok: true, value } : { ok: true, value, remark };
}

export function unreadable(problem: string, message: string, personal = false): Reading<never> {
  return { ok: false, remark: personal ? { problem, message, personal } : { problem, message } };
}
