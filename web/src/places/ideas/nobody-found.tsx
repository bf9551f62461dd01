import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../app/session/use-me.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { anyone, type Narrowing, type NarrowingName } from './partner-search.js';

interface NobodyFoundProps {
  readonly narrowing: Narrowing;
  /** how many there would be without each filter, the most first */
  readonly without: readonly { readonly filter: NarrowingName; readonly total: number }[];
  readonly onChange: (change: Partial<Narrowing>) => void;
}

/** Nobody: which filter removed most, and one press to take it back. */
export function NobodyFound({ narrowing, without, onChange }: NobodyFoundProps) {
  const { t } = useTranslation('ideas');
  const sayFilter = useFilterInWords();
  const [most] = without;
  return (
    <EmptyState
      title={t('found.none.title')}
      why={
        most === undefined
          ? t('found.none.why')
          : t('found.none.without', { filter: sayFilter(narrowing, most.filter), count: most.total })
      }
      action={
        without.length > 0 && (
          <Stack gap="xs" align="flex-start" className="no-print">
            {without.map(({ filter, total }) => (
              <Button
                key={filter}
                variant="default"
                h="auto"
                py={6}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
                onClick={() => onChange({ [filter]: anyone[filter] })}
              >
                {t('found.none.takeBack', { filter: sayFilter(narrowing, filter), count: total })}
              </Button>
            ))}
          </Stack>
        )
      }
    />
  );
}

/** `Countries: Italy, France`. */
function useFilterInWords(): (narrowing: Narrowing, filter: NarrowingName) => string {
  const { t, i18n } = useTranslation('ideas');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  const clusters = useMe()?.clusters ?? [];
  const valueOf = (narrowing: Narrowing, filter: NarrowingName): string => {
    switch (filter) {
      case 'countries':
        return narrowing.countries.map((code) => format.country(code)).join(', ');
      case 'regions':
        return narrowing.regions.map((code) => regions.nameOf(code)).join(', ');
      case 'types':
        return narrowing.types.map((type) => calls(`types.${type}`)).join(', ');
      case 'sme':
        return t(narrowing.sme === true ? 'filters.smeOnly' : 'filters.smeNone');
      case 'experience':
        return t(narrowing.experience === 'new' ? 'filters.new' : 'filters.experienced');
      case 'trl':
        return String(narrowing.trl);
      case 'cluster': {
        const own = clusters.find(({ slug }) => slug === narrowing.cluster);
        return (i18n.language === 'it' ? own?.nameIt : own?.nameEn) ?? narrowing.cluster ?? '';
      }
    }
  };
  return (narrowing, filter) => `${t(`filters.${filter}`)}: ${valueOf(narrowing, filter)}`;
}
