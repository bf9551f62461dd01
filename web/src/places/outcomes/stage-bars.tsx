import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { stages, type StageCounts } from './use-outcomes.js';

const Bars = lazy(async () => ({ default: (await import('../../parts/pictures/bars.js')).Bars }));

/** From suggested to funded, a bar each. */
export function StageBars({ counts, title }: { readonly counts: StageCounts; readonly title: string }) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  return (
    <Suspense fallback={<LoadingState lines={6} />}>
      <Bars
        title={title}
        rowTitle={t('stage')}
        fileName="outcomes"
        items={stages.map((stage) => ({
          id: stage,
          name: t(`stages.${stage}`),
          value: counts[stage],
          text: format.number(counts[stage]),
        }))}
      />
    </Suspense>
  );
}
