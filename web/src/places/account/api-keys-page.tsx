import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { ApiKeySection } from './api-key-section.js';

/** The keys for programs of an officer's cluster. */
export function ApiKeysPage() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('keys.title')}>
      <ApiKeySection />
    </Page>
  );
}
