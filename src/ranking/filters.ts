import type { Corpus } from './corpus.js';
import { nutsWidth } from './index/metadata-arrays.js';
import { activityCode, countryCode } from './index/segment-format.js';
import type { RankOptions } from './ranking.js';

/** Whether an organisation may appear, by its ordinal. A fact that is asked for and not stated leaves it out. */
export function admits(corpus: Corpus, options: RankOptions): (ordinal: number) => boolean {
  const { organisations } = corpus;
  const tests: ((ordinal: number) => boolean)[] = [];
  const banned = ordinalsOf(corpus, [...(options.exclude ?? []), ...(options.seeds ?? [])]);
  if (banned.size > 0) tests.push((ordinal) => !banned.has(ordinal));
  if (options.among !== undefined) {
    const allowed = ordinalsOf(corpus, options.among);
    tests.push((ordinal) => allowed.has(ordinal));
  }
  if (options.countries !== undefined) {
    const countries = new Set(options.countries.map(countryCode).filter((code) => code > 0));
    tests.push((ordinal) => countries.has(organisations.countries[ordinal] ?? 0));
  }
  if (options.types !== undefined) {
    const types = new Set(options.types.map(activityCode));
    tests.push((ordinal) => types.has(organisations.types[ordinal] ?? 0));
  }
  if (options.sme !== undefined && options.sme !== null) {
    const sme = Number(options.sme) + 1;
    tests.push((ordinal) => organisations.sme[ordinal] === sme);
  }
  if (options.regions !== undefined) {
    const regions = options.regions.map((region) => region.toUpperCase());
    tests.push((ordinal) => regions.some((region) => liesIn(organisations.nuts, ordinal, region)));
  }
  return (ordinal) => tests.every((test) => test(ordinal));
}

function liesIn(nuts: Uint8Array, ordinal: number, region: string): boolean {
  if (region === '' || region.length > nutsWidth) return false;
  for (let at = 0; at < region.length; at += 1) {
    if (nuts[ordinal * nutsWidth + at] !== region.charCodeAt(at)) return false;
  }
  return true;
}

/** Ids that no segment knows are left out. */
export function ordinalsOf(corpus: Corpus, ids: readonly string[]): Set<number> {
  return new Set(ids.flatMap((id) => corpus.organisationOrdinal(id) ?? []));
}
