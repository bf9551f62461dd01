import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { SharingChoice, type Sharing } from '../../parts/sharing/sharing-choice.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ShownToOthers } from './shown-to-others.js';

export type OwnSharing = components['schemas']['OwnSharingResponse'];

const key = ['own-sharing'];

/** What leaves the cluster of one's own organisation, decided here, and how others see it. */
export function SharingPage() {
  const { t } = useTranslation('sharing');
  const hasOrganisation = Boolean(useMe()?.organisation);
  const sharing = useQuery({
    queryKey: key,
    enabled: hasOrganisation,
    queryFn: () => answered(api.GET('/api/v1/own-profile/sharing')),
  });
  if (!hasOrganisation)
    return (
      <Page title={t('title')}>
        <EmptyState title={t('nobody.title')} why={t('nobody.why')} />
      </Page>
    );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="/profile" variant="default">
          {t('toProfile')}
        </Button>
      }
    >
      <QueryState query={sharing}>
        {(own) => (
          <>
            <Choice own={own} />
            <ShownToOthers own={own} />
          </>
        )}
      </QueryState>
    </Page>
  );
}

function Choice({ own }: { readonly own: OwnSharing }) {
  const { t } = useTranslation('sharing');
  const me = useMe();
  const tell = useTell();
  const client = useQueryClient();
  const chosen: Sharing = own.choice;
  const [wanted, setWanted] = useState<Sharing>(chosen);
  const save = useMutation({
    mutationFn: (body: Sharing) => answered(api.PUT('/api/v1/own-profile/sharing', { body })),
    onSuccess: (now) => {
      client.setQueryData(key, now);
      tell(t('saved'));
    },
  });
  const mayDecide = hasRole(me, ['editor', 'committer']);
  const isChanged = !isSame(wanted, chosen);
  return (
    <Paper withBorder p="md" maw="48rem">
      <Stack gap="md">
        <SharingChoice
          label={t('choice')}
          value={wanted}
          onChange={setWanted}
          disabled={!mayDecide}
          means={(level) => t(`means.${level}`)}
        />
        <ClusterSays own={own} />
        <FormProblem error={save.error} fields={[]} />
        {mayDecide ? (
          <Group>
            <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate(wanted)}>
              {t('save')}
            </Button>
            {isChanged && (
              <Text size="sm" role="status">
                {t('unsaved')}
              </Text>
            )}
          </Group>
        ) : (
          <Text size="sm">{t('readOnly')}</Text>
        )}
      </Stack>
    </Paper>
  );
}

/** What a cluster allows less than the organisation itself does. */
function ClusterSays({ own: { choice, effective } }: { readonly own: OwnSharing }) {
  const { t } = useTranslation('sharing');
  const format = useFormat();
  const more = effective.withheld.filter((field) => !choice.withheld.includes(field));
  return (
    <>
      {effective.level !== choice.level && (
        <Text size="sm">{t('stricter', { level: t(`levels.${effective.level}`) })}</Text>
      )}
      {more.length > 0 && (
        <Text size="sm">
          {t('alsoWithheld', { fields: format.list(more.map((field) => t(`fields.${field}`))) })}
        </Text>
      )}
    </>
  );
}

const isSame = (one: Sharing, other: Sharing): boolean =>
  one.level === other.level && [...one.withheld].sort().join() === [...other.withheld].sort().join();
