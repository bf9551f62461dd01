import { Button, Group, NativeSelect } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { TrailDays } from './trail-days.js';
import { TrailLines } from './trail-lines.js';
import { trailKinds, type TrailSearch } from './trail-search.js';
import { trailCsvAddress, useTrail } from './use-trail.js';

const width = { base: '100%', xs: '12rem' } as const;

/** For staff: who saw whom, what was taken away, requests about personal data, roles and settings (C6). */
export function ClusterTrailPage() {
  const { t, i18n } = useTranslation('trail');
  const search = useSearch({ from: '/cluster/trail' });
  const navigate = useNavigate();
  const trail = useTrail('cluster', search, i18n.language);
  const change = (changed: Partial<Record<keyof TrailSearch, string | undefined>>): void =>
    void navigate({ to: '/cluster/trail', search: { ...search, ...changed } as TrailSearch, replace: true });
  const people = trail.data?.pages[0]?.people ?? [];
  return (
    <Page
      title={t('cluster.title')}
      lead={t('cluster.lead')}
      actions={
        <>
          <Button
            component="a"
            href={`/api/v1/cluster/processing?lang=${i18n.language === 'it' ? 'it' : 'en'}`}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('processing')}
          </Button>
          <Button
            component="a"
            href={trailCsvAddress('cluster', search, i18n.language)}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('csv')}
          </Button>
        </>
      }
    >
      <Group role="search" aria-label={t('filters.label')} align="flex-end" gap="sm">
        <NativeSelect
          label={t('filters.kind')}
          w={width}
          value={search.kind ?? ''}
          onChange={({ currentTarget: { value } }) => change({ kind: value || undefined })}
          data={[
            { value: '', label: t('filters.any') },
            ...trailKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          ]}
        />
        <NativeSelect
          label={t('filters.person')}
          w={width}
          value={search.person ?? ''}
          onChange={({ currentTarget: { value } }) => change({ person: value || undefined })}
          data={[
            { value: '', label: t('filters.anybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TrailDays search={search} onChange={change} />
        {Object.keys(search).length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/cluster/trail', search: {}, replace: true })}
          >
            {t('filters.clear')}
          </Button>
        )}
      </Group>
      <TrailLines trail={trail} whose="cluster" caption={t('cluster.title')} />
    </Page>
  );
}
