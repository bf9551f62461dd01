import type { Corpus } from '../corpus.js';
import type { Band, Figure } from '../explanation.js';
import type { BandLimits } from '../model.js';
import type { PreparedCall } from '../query/prepared-call.js';
import { backgroundOf, historyOn } from './background.js';
import { tooLittle } from './known-enough.js';
import type { TooLittle } from './known-enough.js';

/** The two figures as people see them. */
export interface Figures {
  readonly fit: Figure;
  readonly trackRecord: Figure;
  /** why the fit is `unknown`; null: enough is known */
  readonly tooLittle: TooLittle | null;
}

/** Figures with their bands: what a fit promises depends on how much there is to be known of an organisation. */
export function figuresOf(
  corpus: Corpus,
  call: PreparedCall,
  { ordinal, fit, track }: { readonly ordinal: number; readonly fit: number; readonly track: number },
): Figures {
  const { bands } = corpus.model;
  const background = backgroundOf(historyOn(corpus, call.asOf).projects[ordinal]!);
  const little = tooLittle(corpus, call, ordinal);
  return {
    fit: { score: fit, band: little === null ? bandOf(fit, bands.fit[background]) : 'unknown' },
    trackRecord: { score: track, band: bandOf(track, bands.track) },
    tooLittle: little,
  };
}

export function bandOf(score: number, limits: BandLimits): Band {
  if (score >= limits.strong) return 'strong';
  return score >= limits.good ? 'good' : 'possible';
}
