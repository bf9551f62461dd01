import { Button, Checkbox, Fieldset, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRegions } from '../../parts/region/use-regions.js';
import { choices, type Choice, type OpportunitiesSearch } from './opportunities-search.js';
import type { FoundPage } from './use-opportunities.js';

interface OpportunityFiltersProps {
  readonly search: OpportunitiesSearch;
  /** null while nothing is known */
  readonly found: FoundPage | null;
  readonly onChange: (search: OpportunitiesSearch) => void;
}

/** Filters that combine; each value says how long the list would be with it. On a small screen they open on demand. */
export function OpportunityFilters({ search, found, onChange }: OpportunityFiltersProps) {
  const { t } = useTranslation('opportunities');
  const [open, setOpen] = useState(false);
  const { search: words, order: _order, ...narrowing } = search;
  const narrowed = Object.keys(narrowing).length;
  return (
    <Stack gap="sm" component="section" aria-label={t('filters.title')} className="no-print">
      <Button hiddenFrom="md" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
        {narrowed === 0 ? t('filters.title') : t('filters.some', { count: narrowed })}
      </Button>
      <Stack gap="md" {...(open ? {} : { visibleFrom: 'md' as const })}>
        <Own search={search} found={found} onChange={onChange} />
        {choices.map((choice) => (
          <ChoiceFilter key={choice} choice={choice} search={search} found={found} onChange={onChange} />
        ))}
        <Spans search={search} onChange={onChange} />
        {narrowed > 0 && (
          <Button variant="subtle" onClick={() => onChange(words === undefined ? {} : { search: words })}>
            {t('filters.clear')}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

function Own({ search, found, onChange }: OpportunityFiltersProps) {
  const { t } = useTranslation('opportunities');
  const { saved, fits, ...rest } = search;
  return (
    <Stack gap={6}>
      {typeof found?.fitsCount === 'number' && (
        <Checkbox
          label={t('filters.fits', { count: found.fitsCount })}
          checked={fits === true}
          onChange={(event) =>
            onChange({
              ...rest,
              ...(saved ? { saved } : {}),
              ...(event.currentTarget.checked ? { fits: true } : {}),
            })
          }
        />
      )}
      <Checkbox
        label={t('filters.saved', { count: found?.savedCount ?? 0 })}
        checked={saved === true}
        onChange={(event) =>
          onChange({
            ...rest,
            ...(fits ? { fits } : {}),
            ...(event.currentTarget.checked ? { saved: true } : {}),
          })
        }
      />
    </Stack>
  );
}

/** Values at first; the others are one press away. */
const shownAtFirst = 6;

function ChoiceFilter({
  choice,
  search,
  found,
  onChange,
}: OpportunityFiltersProps & { readonly choice: Choice }) {
  const { t, i18n } = useTranslation('opportunities');
  const { t: calls } = useTranslation('calls');
  const [all, setAll] = useState(false);
  const chosen = search[choice] ?? [];
  const counted = found?.facets[choice] ?? [];
  const gone = chosen.filter((value) => !counted.some((one) => one.value === value));
  const values = [...counted, ...gone.map((value) => ({ value, count: 0 }))];
  if (values.length === 0) return null;
  const shown = all ? values : values.filter(({ value }, at) => at < shownAtFirst || chosen.includes(value));
  const toggle = (value: string, on: boolean): void => {
    const { [choice]: _before, ...rest } = search;
    const next = on ? [...chosen, value] : chosen.filter((one) => one !== value);
    onChange(next.length === 0 ? rest : { ...rest, [choice]: next });
  };
  const nameOf = (value: string): string => {
    if (choice === 'kind') return calls(`kinds.${value}`);
    if (choice === 'status') return calls(`status.${value}`);
    const named = found?.facets.ecosystem.find((one) => choice === 'ecosystem' && one.value === value);
    return (i18n.language === 'it' ? named?.nameIt : named?.nameEn) ?? value;
  };
  return (
    <Fieldset legend={t(`filters.${choice}`)} variant="unstyled">
      <Stack gap={6}>
        {shown.map(({ value, count }) => (
          <Checkbox
            key={value}
            label={`${nameOf(value)} (${count})`}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
        ))}
        {values.length > shown.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('filters.all', { count: values.length })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

/** Regions that are offered at once: two letters more narrow them down. */
const mostRegions = 60;

function Spans({ search, onChange }: Pick<OpportunityFiltersProps, 'search' | 'onChange'>) {
  const { t } = useTranslation('opportunities');
  const regions = useRegions();
  const set = (name: keyof OpportunitiesSearch, value: string | number | undefined): void => {
    const { [name]: _before, ...rest } = search;
    onChange(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const amount = (value: string | number): number | undefined => (value === '' ? undefined : Number(value));
  return (
    <Stack gap="xs">
      <TextInput
        type="date"
        label={t('filters.deadlineFrom')}
        value={search.deadlineFrom ?? ''}
        onChange={(event) => set('deadlineFrom', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('filters.deadlineTo')}
        value={search.deadlineTo ?? ''}
        onChange={(event) => set('deadlineTo', event.currentTarget.value)}
      />
      <NumberInput
        label={t('filters.budgetFrom')}
        min={0}
        step={500_000}
        thousandSeparator=" "
        value={search.budgetFrom ?? ''}
        onChange={(value) => set('budgetFrom', amount(value))}
      />
      <NumberInput
        label={t('filters.trl')}
        min={1}
        max={9}
        value={search.trl ?? ''}
        onChange={(value) => set('trl', amount(value))}
      />
      <Select
        label={t('filters.region')}
        description={t('filters.regionHint')}
        searchable
        clearable
        limit={mostRegions}
        data={[...regions.choices(search.region === undefined ? [] : [search.region])]}
        value={search.region ?? null}
        onChange={(value) => set('region', value ?? undefined)}
      />
    </Stack>
  );
}
