import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ShownMail } from './shown-mail.js';

/** A digest of the past, as it was sent. */
export function OneDigestPage() {
  const { t } = useTranslation('digest');
  const { id } = useParams({ from: '/digest/$id' });
  const digest = useQuery({
    queryKey: ['digest', id],
    queryFn: () => answered(api.GET('/api/v1/digests/{id}', { params: { path: { id } } })),
  });
  return (
    <Page title={t('one.title')} lead={t('one.lead')}>
      <AnchorLink to="/digest">{t('back')}</AnchorLink>
      <QueryState query={digest}>
        {({ subject, text }) => (
          <ShownMail subject={subject} src={`/api/v1/digests/${id}/html`} text={text} />
        )}
      </QueryState>
    </Page>
  );
}
