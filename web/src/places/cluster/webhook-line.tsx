import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { ClusterSection } from './cluster-section.js';
import { eventName, useWebhookChange, type Webhook } from './use-webhooks.js';
import { WebhookDeliveries } from './webhook-deliveries.js';
import type { ShownSecret } from './webhooks-page.js';

interface WebhookLineProps {
  readonly webhook: Webhook;
  readonly onSecret: (shown: ShownSecret) => void;
}

/** One webhook: what it is told, how it does, and what one can do with it. */
export function WebhookLine({ webhook, onSecret }: WebhookLineProps) {
  const { t } = useTranslation('webhooks');
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const { id, url, events, offSince } = webhook;
  const path = { params: { path: { id } } };
  const test = useWebhookChange(
    () => answered(api.POST('/api/v1/webhooks/{id}/test', path)),
    t('done.tested'),
  );
  const turn = useWebhookChange(
    (on: boolean) => answered(api.PATCH('/api/v1/webhooks/{id}', { ...path, body: { on } })),
    t('done.changed'),
  );
  const renew = useWebhookChange(() => answered(api.POST('/api/v1/webhooks/{id}/secret', path)), null);
  const remove = useWebhookChange(
    () => answered(api.DELETE('/api/v1/webhooks/{id}', path)),
    t('done.removed'),
  );
  const isOff = offSince !== null;
  return (
    <ClusterSection
      title={url}
      lead={events.map((event) => t(`events.${eventName(event)}`)).join(' · ')}
      error={test.error ?? turn.error ?? renew.error ?? remove.error}
    >
      <Standing webhook={webhook} />
      <Group gap="xs">
        {!isOff && (
          <Button
            loading={test.isPending}
            onClick={() => test.mutate(undefined, { onSuccess: () => setOpen(true) })}
            aria-label={t('do.testNamed', { url })}
          >
            {t('do.test')}
          </Button>
        )}
        <Button
          variant="default"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          aria-label={t('do.deliveriesNamed', { url })}
        >
          {t('do.deliveries')}
        </Button>
        <Button
          variant="default"
          loading={turn.isPending}
          onClick={() => turn.mutate(isOff)}
          aria-label={isOff ? t('do.onNamed', { url }) : t('do.offNamed', { url })}
        >
          {isOff ? t('do.on') : t('do.off')}
        </Button>
        <Button
          variant="default"
          loading={renew.isPending}
          onClick={() =>
            renew.mutate(undefined, { onSuccess: ({ secret }) => onSecret({ url, secret, renewed: true }) })
          }
          aria-label={t('do.renewNamed', { url })}
        >
          {t('do.renew')}
        </Button>
        <Button variant="default" onClick={() => setSure(true)} aria-label={t('do.removeNamed', { url })}>
          {t('do.remove')}
        </Button>
      </Group>
      {open && <WebhookDeliveries id={id} />}
      <Modal opened={sure} onClose={() => setSure(false)} title={t('sure.title')}>
        <Stack gap="sm">
          <Text style={{ overflowWrap: 'anywhere' }}>{t('sure.text', { url })}</Text>
          <Group gap="xs">
            <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
              {t('do.remove')}
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              {t('sure.cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </ClusterSection>
  );
}

function Standing({ webhook: { offSince, offWhy, failingSince } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const bad = offSince === null ? failingSince !== null : offWhy !== 'by-hand';
  const text =
    offSince !== null
      ? t(`state.${offWhy ?? 'by-hand'}`, { since: format.date(offSince) })
      : failingSince !== null
        ? t('state.trouble', { since: format.dateTime(failingSince) })
        : t('state.on');
  return <Text {...(bad ? { c: 'var(--tessera-bad)', fw: 600 } : {})}>{text}</Text>;
}
