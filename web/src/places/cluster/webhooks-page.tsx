import { Button, Code, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { AddWebhook } from './add-webhook.js';
import { useWebhooks } from './use-webhooks.js';
import { WebhookLine } from './webhook-line.js';

/** A secret as it is shown, once. */
export interface ShownSecret {
  readonly url: string;
  readonly secret: string;
  /** it takes the place of another one */
  readonly renewed: boolean;
}

/** Where a cluster's own programs are told of what happens. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const webhooks = useWebhooks();
  const [shown, setShown] = useState<ShownSecret | null>(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="/cluster" variant="default">
          {t('back')}
        </Button>
      }
    >
      {shown && <Secret {...shown} />}
      <QueryState query={webhooks}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('list.none')} why={t('list.noneWhy')} />
          ) : (
            <Stack gap="md">
              <Text maw="44rem">{t('list.lead')}</Text>
              {items.map((webhook) => (
                <WebhookLine key={webhook.id} webhook={webhook} onSecret={setShown} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      <AddWebhook onSecret={setShown} />
    </Page>
  );
}

function Secret({ url, secret, renewed }: ShownSecret) {
  const { t } = useTranslation('webhooks');
  return (
    <div role="status">
      <Text style={{ overflowWrap: 'anywhere' }}>{t('secret.keep', { url })}</Text>
      {renewed && <Text>{t('secret.before')}</Text>}
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {secret}
      </Code>
    </div>
  );
}
