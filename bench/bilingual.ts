/**
 * Do firms with nothing but forty words find their call, in Italian as in English? The written profiles of
 * data/evaluation against every topic of the open data that has a text (docs/evaluation.md, "Cold start").
 *
 * `BILINGUAL_MISSES=tuning` also prints which profiles of that half miss, and what stands before.
 */
import type { Bench } from './bench.js';
import { openEvidence, placesOf, profileLanguages, withProfiles } from './bilingual/profile-places.js';
import type { ProfilePlace } from './bilingual/profile-places.js';
import { readPool } from './bilingual/read-pool.js';
import { halves, readProfiles } from './bilingual/read-profiles.js';
import { sharedData } from './shared-data.js';

/** Places that count as found. */
const first = 5;

export const bench: Bench = async (report) => {
  const cordis = sharedData('cordis-horizon-europe');
  const portal = sharedData('funding-tenders-portal');
  if (cordis === null || portal === null) return { skipped: 'the open data are not there (TESSERA_SHARED)' };
  const profiles = readProfiles();
  const pool = await readPool(portal);
  const { segment } = await openEvidence(cordis);
  const places = placesOf(withProfiles(segment, profiles, pool), profiles, pool);
  report({ name: 'topics with a text', value: pool.length, unit: '' });
  for (const half of [...halves, 'all'] as const) {
    const of = places.filter(({ profile }) => half === 'all' || profile.half === half);
    for (const language of profileLanguages) tell(half, language, of);
  }
  const shown = process.env.BILINGUAL_MISSES;
  for (const place of places)
    if (place.profile.half === shown && place.place > first) console.log(miss(place));

  function tell(half: string, language: string, of: readonly ProfilePlace[]): void {
    const here = of.filter((place) => place.language === language);
    const english = of.filter((place) => place.language === 'en');
    const peer = (
      measure: (of: readonly ProfilePlace[]) => number,
    ): { peer?: { name: string; value: number } } =>
      language === 'en' ? {} : { peer: { name: 'English', value: measure(english) } };
    const name = `${half}, ${language}, ${here.length} profiles`;
    report({
      name: `${name}: found in the first ${first}`,
      value: foundShare(here),
      unit: '',
      ...peer(foundShare),
    });
    report({ name: `${name}: MRR`, value: meanReciprocal(here), unit: '', ...peer(meanReciprocal) });
  }
};

const foundShare = (places: readonly ProfilePlace[]): number =>
  places.filter(({ place }) => place <= first).length / places.length;

const meanReciprocal = (places: readonly ProfilePlace[]): number =>
  places.reduce((sum, { place }) => sum + 1 / place, 0) / places.length;

const miss = ({ profile, language, place, first: before }: ProfilePlace): string =>
  `${profile.id} ${language}: ${profile.topic} at ${place}, after ${before.join(' ')}`;
