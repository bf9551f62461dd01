import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { AnchorLink } from '../../parts/link/anchor-link.js';
import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { AgreementsSection } from './agreements-section.js';
import { LogoSection } from './logo-section.js';
import { LookSection } from './look-section.js';
import { PeopleSection } from './people-section.js';
import { SharingSection } from './sharing-section.js';

/** How one's cluster looks, what leaves it, and who works in it. */
export function ClusterPage() {
  const { t } = useTranslation('cluster');
  const settings = useQuery({
    queryKey: ['cluster', 'settings'],
    queryFn: () => answered(api.GET('/api/v1/cluster')),
  });
  const federation = useQuery({
    queryKey: ['cluster', 'federation'],
    queryFn: () => answered(api.GET('/api/v1/federation')),
  });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="/cluster/webhooks" variant="default">
          {t('webhooks')}
        </Button>
      }
    >
      <QueryState query={federation}>
        {(found) => (
          <>
            <SharingSection federation={found} />
            <AgreementsSection agreements={found.agreements} others={found.others} />
          </>
        )}
      </QueryState>
      <AnchorLink to="/cluster/trail">{t('trail')}</AnchorLink>
      <PeopleSection />
      <QueryState query={settings}>
        {(found) => (
          <>
            <LookSection key={JSON.stringify(found)} settings={found} />
            <LogoSection hasLogo={found.hasLogo} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
