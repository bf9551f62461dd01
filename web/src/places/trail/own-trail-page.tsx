import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { TrailDays } from './trail-days.js';
import { TrailLines } from './trail-lines.js';
import type { TrailSearch } from './trail-search.js';
import { trailCsvAddress, useTrail } from './use-trail.js';

/** For people of an organisation: what was done in its name, and who saw it or took what about it. */
export function OwnTrailPage() {
  const { t, i18n } = useTranslation('trail');
  const search = useSearch({ from: '/account/trail' });
  const navigate = useNavigate();
  const trail = useTrail('own', search, i18n.language);
  const view = search.view ?? 'done';
  const change = (changed: Partial<Record<keyof TrailSearch, string | undefined>>): void =>
    void navigate({ to: '/account/trail', search: { ...search, ...changed } as TrailSearch, replace: true });
  return (
    <Page
      title={t(`own.${view}`)}
      lead={t(`own.${view}Lead`)}
      actions={
        <Button
          component="a"
          href={trailCsvAddress('own', search, i18n.language)}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('csv')}
        </Button>
      }
    >
      <Group component="nav" gap="lg" aria-label={t('own.views')} className="no-print">
        {(['done', 'seen'] as const).map((one) => (
          <AnchorLink
            key={one}
            to="/account/trail"
            search={one === 'seen' ? { view: 'seen' } : {}}
            aria-current={one === view ? 'page' : undefined}
            fw={one === view ? 700 : 400}
            underline={one === view ? 'always' : 'hover'}
          >
            {t(`own.${one}`)}
          </AnchorLink>
        ))}
      </Group>
      <Group role="search" aria-label={t('filters.label')} align="flex-end" gap="sm">
        <TrailDays search={search} onChange={change} />
      </Group>
      <TrailLines trail={trail} whose="own" caption={t(`own.${view}`)} />
    </Page>
  );
}
