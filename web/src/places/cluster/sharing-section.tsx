import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { SharingChoice, type Sharing } from '../../parts/sharing/sharing-choice.js';
import { ClusterSection } from './cluster-section.js';
import { useChange } from './use-change.js';

type Federation = components['schemas']['FederationResponse'];

/** What may leave of all members, and what that comes to once every member was heard. */
export function SharingSection({ federation }: { readonly federation: Federation }) {
  const { t } = useTranslation('cluster');
  const { t: shared } = useTranslation('sharing');
  const [wanted, setWanted] = useState<Sharing>(federation.sharing);
  const { leaving, members } = federation;
  const save = useChange(
    (body: Sharing) => answered(api.PUT('/api/v1/federation/sharing', { body })),
    t('sharing.saved'),
  );
  const asAll = useChange(
    (reference: string) =>
      answered(api.DELETE('/api/v1/federation/sharing/{reference}', { params: { path: { reference } } })),
    t('sharing.saved'),
  );
  return (
    <ClusterSection title={t('sharing.title')} lead={t('sharing.lead')} error={save.error ?? asAll.error}>
      <SharingChoice
        label={t('sharing.level')}
        value={wanted}
        onChange={setWanted}
        means={(level) => t(`sharing.means.${level}`)}
      />
      <Text size="sm" c="dimmed" role="status">
        {t('sharing.comesTo', {
          full: leaving.full,
          masked: leaving.masked,
          counts: leaving.counts,
          nothing: leaving.nothing,
        })}
      </Text>
      <Group>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate(wanted)}>
          {t('sharing.save')}
        </Button>
      </Group>
      {members.map(({ organisation, name, level }) => (
        <Group key={organisation} justify="space-between">
          <Text>{`${name}: ${shared(`levels.${level}`)}`}</Text>
          <Button
            variant="default"
            onClick={() => asAll.mutate(organisation)}
            aria-label={t('sharing.asAllNamed', { name })}
          >
            {t('sharing.asAll')}
          </Button>
        </Group>
      ))}
    </ClusterSection>
  );
}
