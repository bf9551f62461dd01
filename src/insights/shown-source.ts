import { ageInDays, type SourceAge, type SourceName } from '../sources/index.js';

/** How old the data of one source are, as pages and files say it. */
export interface ShownSource {
  readonly name: SourceName;
  /** the day the data show; null where nobody says */
  readonly day: string | null;
  readonly ageDays: number | null;
  readonly state: 'fresh' | 'old' | 'failing';
}

export function toShownSource(source: SourceAge, now: Date): ShownSource {
  return {
    name: source.name,
    day: (source.dataAt ?? source.lastGoodAt)?.slice(0, 10) ?? null,
    ageDays: ageInDays(source, now),
    state: source.failures > 0 ? 'failing' : source.old ? 'old' : 'fresh',
  };
}
