import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError, problemOf } from '../../api/problem.js';
import { ClusterSection } from './cluster-section.js';
import { useChange } from './use-change.js';

/** The cluster's logo: shown, replaced, taken away. */
export function LogoSection({ hasLogo }: { readonly hasLogo: boolean }) {
  const { t } = useTranslation('cluster');
  // asked for again after each change
  const [shown, setShown] = useState(0);
  const done = t('logo.saved');
  const send = useChange(async (file: File) => {
    await sendLogo(file);
    setShown(shown + 1);
  }, done);
  const remove = useChange(() => answered(api.DELETE('/api/v1/cluster/logo')), done);
  const refused = send.error instanceof ProblemError && send.error.code === 'accounts.bad-cluster';
  return (
    <ClusterSection
      title={t('logo.title')}
      lead={t('logo.lead')}
      error={remove.error ?? (refused ? null : send.error)}
    >
      {hasLogo ? (
        <div>
          <img key={shown} src="/api/v1/cluster/logo" alt={t('logo.alt')} height={64} />
        </div>
      ) : (
        <Text c="dimmed">{t('logo.none')}</Text>
      )}
      {refused && (
        <Text c="var(--tessera-bad)" role="alert" size="sm">
          {t('logo.refused')}
        </Text>
      )}
      <Group gap="xs">
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && send.mutate(file)}>
          {(props) => (
            <Button variant="default" loading={send.isPending} {...props}>
              {t('logo.choose')}
            </Button>
          )}
        </FileButton>
        {hasLogo && (
          <Button variant="default" onClick={() => remove.mutate(undefined)}>
            {t('logo.remove')}
          </Button>
        )}
      </Group>
    </ClusterSection>
  );
}

/** @throws {ProblemError} what the service said, or that it could not be reached */
async function sendLogo(file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch('/api/v1/cluster/logo', { method: 'PUT', body }).catch(() => null);
  if (response === null) throw problemOf(0, null);
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null));
}
