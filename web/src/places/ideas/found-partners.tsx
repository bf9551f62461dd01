import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../app/session/use-me.js';
import { AskButton } from '../../parts/call/ask-button.js';
import { PartnerCard } from '../../parts/call/partner-card.js';
import { CsvButton } from '../../parts/export/csv-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { NobodyFound } from './nobody-found.js';
import { narrowingOf, searchOf, type Narrowing } from './partner-search.js';
import { useFoundPartners, type Sought } from './use-found-partners.js';

/** Its fields weigh as much as the rest of the page: they come when somebody narrows. */
const PartnerFilters = lazy(async () => ({
  default: (await import('./partner-filters.js')).PartnerFilters,
}));

/** Ranked partners for what is sought, with filters that combine. */
export function FoundPartners({ sought }: { readonly sought: Sought }) {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const own = useMe()?.organisation ?? null;
  const narrowing = narrowingOf({ ...useSearch({ from: '/ideas' }) });
  const navigate = useNavigate({ from: '/ideas' });
  const narrow = (change: Partial<Narrowing>): void =>
    void navigate({
      search: ({ call, kept, ...before }) => ({
        ...(call !== undefined && { call }),
        ...(kept !== undefined && { kept }),
        ...searchOf({ ...narrowingOf({ ...before }), ...change }),
      }),
      replace: true,
      resetScroll: false,
    });
  const [isOpen, setOpen] = useState(Object.keys(searchOf(narrowing)).length > 0);
  const partners = useFoundPartners(sought, narrowing);
  return (
    <Stack gap="md" component="section" aria-label={t('found.title')}>
      <Group className="no-print">
        <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
          {t(isOpen ? 'filters.close' : 'filters.open')}
        </Button>
      </Group>
      {isOpen && (
        <Suspense fallback={<LoadingState lines={2} />}>
          <PartnerFilters narrowing={narrowing} onChange={narrow} />
        </Suspense>
      )}
      <QueryState query={partners}>
        {({ suggestions, total, without }) =>
          suggestions.length === 0 ? (
            <NobodyFound narrowing={narrowing} without={without} onChange={narrow} />
          ) : (
            <>
              <Text size="sm" c="dimmed" role="status">
                {t('found.count', { count: total, shown: suggestions.length })}
              </Text>
              {suggestions.map((partner) => (
                <PartnerCard
                  key={partner.organisation.id}
                  partner={partner}
                  actions={
                    <AskButton
                      partner={partner.organisation}
                      own={own}
                      {...('call' in sought ? { call: sought.call } : {})}
                    />
                  }
                />
              ))}
              <div>
                <CsvButton
                  name="tessera-partners"
                  header={['rank', 'name', 'country', 'type', 'fit', 'trackRecord']}
                  rows={() =>
                    suggestions.map(({ rank, organisation, fit, trackRecord }) => [
                      rank,
                      organisation.name,
                      format.country(organisation.country),
                      organisation.type,
                      fit.band,
                      trackRecord.band,
                    ])
                  }
                />
              </div>
            </>
          )
        }
      </QueryState>
    </Stack>
  );
}
