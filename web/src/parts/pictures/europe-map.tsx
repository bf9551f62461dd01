import { lazy, Suspense } from 'react';

import { LoadingState } from '../states/loading-state.js';

/** Something that has a place. */
export interface MapItem {
  readonly id: string;
  readonly name: string;
  /** ISO or statistical code: `IT`, `EL` */
  readonly country: string | null;
  /** `ITC4`; a longer one is cut to its region */
  readonly nuts: string | null;
}

export interface EuropeMapProps {
  /** what the map shows: "Partners of this call by region" */
  readonly title: string;
  readonly items: readonly MapItem[];
  /** the file's name when it is saved */
  readonly fileName: string;
}

const Drawn = lazy(async () => ({ default: (await import('./drawn-europe-map.js')).DrawnEuropeMap }));

/** A map of Europe with a circle per region, as large as many are there; with its table, and as a file. Loaded when shown. */
export function EuropeMap(props: EuropeMapProps) {
  return (
    <Suspense fallback={<LoadingState lines={2} />}>
      <Drawn {...props} />
    </Suspense>
  );
}
