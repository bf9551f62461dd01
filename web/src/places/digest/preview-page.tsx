import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { HoldControl } from './hold-control.js';
import { ShownMail } from './shown-mail.js';
import { useReaders } from './use-digests.js';

/** What one reader would get now: exactly that. */
export function PreviewPage() {
  const { t } = useTranslation('digest');
  const { reader } = useParams({ from: '/digest/preview/$reader' });
  const preview = useQuery({
    queryKey: ['digest-preview', reader],
    queryFn: () =>
      answered(api.GET('/api/v1/digests/preview/{reader}', { params: { path: { reader }, query: {} } })),
  });
  const organisation = useReaders().data?.items.find((one) => one.reader === reader)?.organisation;
  return (
    <Page title={t('preview.title')} lead={t('preview.lead')}>
      <AnchorLink to="/digest">{t('back')}</AnchorLink>
      <QueryState query={preview}>
        {({ items, subject, text, readerName, organisationName }) =>
          items === 0 ? (
            <EmptyState
              title={t('preview.none')}
              why={t('preview.noneWhy', { reader: readerName, organisation: organisationName })}
            />
          ) : (
            <ShownMail
              subject={subject}
              src={`/api/v1/digests/preview/${reader}/html`}
              text={text}
              actions={
                organisation !== undefined && (
                  <HoldControl organisation={organisation} name={organisationName} />
                )
              }
            />
          )
        }
      </QueryState>
    </Page>
  );
}
