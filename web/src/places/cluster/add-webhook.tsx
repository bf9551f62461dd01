import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useMe } from '../../app/session/use-me.js';
import { ClusterSection } from './cluster-section.js';
import { eventName, useWebhookChange, webhookEvents, type NewWebhook } from './use-webhooks.js';
import type { ShownSecret } from './webhooks-page.js';

interface AddWebhookProps {
  readonly onSecret: (shown: ShownSecret) => void;
}

/** The form for one more. */
export function AddWebhook({ onSecret }: AddWebhookProps) {
  const { t, i18n } = useTranslation('webhooks');
  const clusters = useMe()?.clusters ?? [];
  const [wanted, setWanted] = useState<NewWebhook>({ url: '', events: [...webhookEvents] });
  const add = useWebhookChange((body: NewWebhook) => answered(api.POST('/api/v1/webhooks', { body })), null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const cluster = wanted.cluster ?? clusters[0]?.slug;
    add.mutate(cluster === undefined ? wanted : { ...wanted, cluster }, {
      onSuccess: ({ secret }) => {
        onSecret({ url: wanted.url, secret, renewed: false });
        setWanted({ ...wanted, url: '' });
      },
    });
  };
  return (
    <ClusterSection title={t('add.title')} lead={t('add.lead')} error={add.error}>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={520}>
          <TextInput
            label={t('add.url')}
            type="url"
            required
            maxLength={2000}
            value={wanted.url}
            onChange={(event) => setWanted({ ...wanted, url: event.currentTarget.value })}
          />
          {clusters.length > 1 && (
            <NativeSelect
              label={t('add.cluster')}
              data={clusters.map(({ slug, nameIt, nameEn }) => ({
                value: slug,
                label: i18n.language === 'it' ? nameIt : nameEn,
              }))}
              value={wanted.cluster ?? clusters[0]?.slug}
              onChange={(event) => setWanted({ ...wanted, cluster: event.currentTarget.value })}
            />
          )}
          <Checkbox.Group
            label={t('add.events')}
            value={wanted.events}
            onChange={(chosen) =>
              setWanted({ ...wanted, events: webhookEvents.filter((one) => chosen.includes(one)) })
            }
          >
            <Stack gap={4} mt={4}>
              {webhookEvents.map((event) => (
                <Checkbox key={event} value={event} label={t(`events.${eventName(event)}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group>
            <Button type="submit" loading={add.isPending} disabled={wanted.events.length === 0}>
              {t('add.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </ClusterSection>
  );
}
