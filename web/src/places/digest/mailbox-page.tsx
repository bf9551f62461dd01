import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { DigestTabs } from './digest-tabs.js';
import classes from './mailbox.module.css';
import { ShownMail } from './shown-mail.js';

type Line = components['schemas']['MailboxLineResponse'];

/** What would have been sent, where there is no mail server. */
export function MailboxPage() {
  const { t } = useTranslation('digest');
  const list = useQuery({
    queryKey: ['mailbox'],
    refetchInterval: 5_000,
    queryFn: () => answered(api.GET('/api/v1/mailbox')),
  });
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')}>
      <DigestTabs />
      <QueryState query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('mailbox.none')} why={t('mailbox.noneWhy')} />
          ) : (
            <Messages items={items} />
          )
        }
      </QueryState>
    </Page>
  );
}

function Messages({ items }: { readonly items: readonly Line[] }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <Stack gap="md">
      <Stack gap={4} component="nav" aria-label={t('mailbox.title')}>
        {items.map(({ id, subject, toName, toAddress, at }) => (
          <Button
            key={id}
            variant={id === shown?.id ? 'light' : 'subtle'}
            justify="flex-start"
            h="auto"
            py="xs"
            aria-current={id === shown?.id}
            classNames={{ label: classes['line'] ?? '' }}
            onClick={() => setChosen(id)}
          >
            {`${subject} — ${toName} <${toAddress}>, ${format.dateTime(at)}`}
          </Button>
        ))}
      </Stack>
      {shown !== undefined && <Message key={shown.id} line={shown} />}
    </Stack>
  );
}

function Message({ line: { id, subject, language } }: { readonly line: Line }) {
  const message = useQuery({
    queryKey: ['mailbox', id],
    queryFn: () => answered(api.GET('/api/v1/mailbox/{id}', { params: { path: { id } } })),
  });
  return (
    <QueryState query={message}>
      {({ text }) => (
        <ShownMail subject={subject} language={language} src={`/api/v1/mailbox/${id}/html`} text={text} />
      )}
    </QueryState>
  );
}
