import { ageInDays, type SourceAge } from '../../sources/index.js';

/**
 * One line for people about data that are older than they should be; null where all are fresh enough.
 *
 * @param now the day the list is asked for
 */
export function oldSources(sources: readonly SourceAge[], now: Date): string | null {
  const old = sources.filter((source) => source.old);
  if (old.length === 0) return null;
  const said = old.map((source) => {
    const day = (source.dataAt ?? source.lastGoodAt ?? '').slice(0, 10);
    const failed = source.failures > 0 ? `, the last ${source.failures} attempts to renew it failed` : '';
    return `${source.name} of ${day} (${ageInDays(source, now) ?? 0} days old${failed})`;
  });
  const [first] = old;
  return `Old data: ${said.join('; ')}. Renew with "tessera sync ${first?.name ?? ''}", or import a newer copy.`;
}
