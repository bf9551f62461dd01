import { Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import classes from './mailbox.module.css';

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

function Message({ line }: { readonly line: Line }) {
  const { t } = useTranslation('digest');
  const [part, setPart] = useState('html');
  const message = useQuery({
    queryKey: ['mailbox', line.id],
    queryFn: () => answered(api.GET('/api/v1/mailbox/{id}', { params: { path: { id: line.id } } })),
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} lang={line.language}>
            {line.subject}
          </Title>
          <SegmentedControl
            aria-label={t('mailbox.part')}
            value={part}
            onChange={setPart}
            data={[
              { value: 'html', label: t('mailbox.html') },
              { value: 'text', label: t('mailbox.text') },
            ]}
          />
        </Group>
        {part === 'html' ? (
          <iframe
            title={line.subject}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            src={`/api/v1/mailbox/${line.id}/html`}
            className={classes['frame']}
          />
        ) : (
          <QueryState query={message}>
            {({ text }) => (
              <Text component="pre" className={classes['text'] ?? ''} lang={line.language}>
                {text}
              </Text>
            )}
          </QueryState>
        )}
      </Stack>
    </Paper>
  );
}
