import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { OwnChoice } from './own-choice.js';
import { OwnDigests } from './own-digests.js';
import { ReadersPage } from './readers-page.js';

/** Digests: one's own for who belongs to a member, those of all members for their officers. */
export function DigestPage() {
  const { t } = useTranslation('digest');
  const me = useMe();
  if (hasRole(me, ['officer', 'operator'])) return <ReadersPage />;
  return (
    <Page title={t('own.title')} lead={t('own.lead')}>
      {me?.organisation ? (
        <>
          <OwnChoice />
          <OwnDigests />
        </>
      ) : (
        <EmptyState title={t('own.nobody')} why={t('own.nobodyWhy')} />
      )}
    </Page>
  );
}
