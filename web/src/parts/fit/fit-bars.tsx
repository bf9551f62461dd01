import { useTranslation } from 'react-i18next';

import { useFormat } from '../format/use-format.js';
import classes from './fit-bars.module.css';

/** How well two fit, in a word. */
export type FitBand = 'strong' | 'good' | 'possible' | 'unknown';

interface FitBarsProps {
  readonly band: FitBand | null;
  /** how far the competence covers what is asked, 0 to 1; null where nothing is known */
  readonly competence: number | null;
  /** how near past projects come to it, 0 to 1; null where nothing is known */
  readonly trackRecord: number | null;
}

/** Fit in a word and two figures that are never added up: what one can do, and what one has done. */
export function FitBars({ band, competence, trackRecord }: FitBarsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['fit']}>
      {band !== null && <span className={classes['band']}>{t(`fit.${band}`)}</span>}
      <Bar label={t('fit.competence')} value={competence} />
      <Bar label={t('fit.trackRecord')} value={trackRecord} />
    </div>
  );
}

function Bar({ label, value }: { readonly label: string; readonly value: number | null }) {
  const format = useFormat();
  const percent = value === null ? 0 : Math.round(value * 100);
  return (
    <div className={classes['row']}>
      <span className={classes['label']}>{label}</span>
      <svg className={classes['bar']} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes['track']} width="100" height="8" rx="2" />
        {value !== null && <rect className={classes['value']} width={percent} height="8" rx="2" />}
      </svg>
      <span className={classes['figure']}>{format.share(value)}</span>
    </div>
  );
}
