import { isUuid } from '../ids/uuid.js';

/**
 * What a job carries: which row to look at, or the payload of a job that a sweep asked for. The queue's store holds
 * ids only, and whoever can write to it can make us look at a row, never tell us what is in it.
 */
export type JobEnvelope =
  | { readonly intention: string }
  | { readonly unit: string; readonly isolated: boolean }
  | { readonly payload: object };

/** Undefined for anything that is not one: the queue's store is outside, nothing in it is trusted. */
export function readEnvelope(data: unknown): JobEnvelope | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { intention, unit, isolated, payload } = data as Record<string, unknown>;
  if (typeof intention === 'string' && isUuid(intention)) return { intention };
  if (typeof unit === 'string' && isUuid(unit)) return { unit, isolated: isolated === true };
  if (typeof payload === 'object' && payload !== null) return { payload };
  return undefined;
}

/** The job of an intention; from the second on it has its number, because the first may still be kept. */
export const intentionJobId = (id: string, attempt: number): string =>
  attempt === 1 ? `o-${id}` : `o-${id}_${attempt}`;

/** The job of a unit: a new one each time it is woken. */
export const unitJobId = (kind: string, id: string, wakes: number): string => `${kind}_${id}_${wakes}`;
