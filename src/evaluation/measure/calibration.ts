import type { Band } from '../../ranking/index.js';

/** One place of a list: the chance its score stands for, and whether it came true. */
export interface Forecast {
  readonly chance: number;
  readonly came: boolean;
}

/** How far chances are from what happened. */
export interface Calibration {
  /** expected calibration error: the mean distance between chance and frequency, over ten bins of equal size */
  readonly error: number;
  /** by bin, the lowest chances first */
  readonly bins: readonly { readonly chance: number; readonly frequency: number; readonly places: number }[];
}

const binCount = 10;

/** Forecasts of many lists together; without any, there is no error. */
export function calibration(forecasts: readonly Forecast[]): Calibration {
  const sorted = [...forecasts].sort((a, b) => a.chance - b.chance);
  const bins = Array.from({ length: binCount }, (_, bin) =>
    sorted.slice(
      Math.floor((bin * sorted.length) / binCount),
      Math.floor(((bin + 1) * sorted.length) / binCount),
    ),
  )
    .filter((held) => held.length > 0)
    .map((held) => ({
      chance: held.reduce((sum, { chance }) => sum + chance, 0) / held.length,
      frequency: held.reduce((sum, { came }) => sum + Number(came), 0) / held.length,
      places: held.length,
    }));
  const error = bins.reduce(
    (sum, { chance, frequency, places }) => sum + (Math.abs(chance - frequency) * places) / sorted.length,
    0,
  );
  return { error, bins };
}

/** By band: how many places had it, and the share of them that came true. */
export type BandFrequencies = Readonly<Record<Band, { readonly places: number; readonly frequency: number }>>;

export function bandFrequencies(
  places: readonly { readonly band: Band; readonly came: boolean }[],
): BandFrequencies {
  const frequencyOf = (band: Band): BandFrequencies[Band] => {
    const held = places.filter((place) => place.band === band);
    return {
      places: held.length,
      frequency: held.filter(({ came }) => came).length / Math.max(1, held.length),
    };
  };
  return {
    strong: frequencyOf('strong'),
    good: frequencyOf('good'),
    possible: frequencyOf('possible'),
    unknown: frequencyOf('unknown'),
  };
}
