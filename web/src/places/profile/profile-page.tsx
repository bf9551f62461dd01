import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { useLineText } from '../../parts/profile-line/line-text.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { sourceKey } from '../../parts/profile-line/source-key.js';
import { CompetenceList } from './competence-list.js';
import { useOwnProfile, type Line } from './use-own-profile.js';

/** All that is known of one's organisation, each line with source and date; competences can be changed in place. */
export function ProfilePage() {
  const { t } = useTranslation('profile');
  const me = useMe();
  if (!me?.organisation)
    return (
      <Page title={t('title')}>
        <EmptyState title={t('nobody.title')} why={t('nobody.why')} />
      </Page>
    );
  return <Own editable={hasRole(me, ['editor', 'committer'])} />;
}

function Own({ editable }: { readonly editable: boolean }) {
  const { t } = useTranslation('profile');
  const profile = useOwnProfile();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="/for-you" variant="default">
          {t('toForYou')}
        </Button>
      }
    >
      <QueryState query={profile}>
        {({ lines, organisation }) => (
          <>
            <CompetenceList
              lines={lines.filter(({ group }) => group === 'competences')}
              editable={editable}
            />
            {groups.map((group) => (
              <Lines key={group} group={group} lines={lines.filter((line) => line.group === group)} />
            ))}
            <Group gap="lg">
              <Anchor size="sm" component={Link} to="/profile/sharing">
                {t('sharing')}
              </Anchor>
              <Anchor size="sm" component={Link} to={`/organisations/${organisation}`}>
                {t('asOthers')}
              </Anchor>
            </Group>
          </>
        )}
      </QueryState>
    </Page>
  );
}

const groups = ['identity', 'size', 'sites', 'profile', 'ecosystems', 'projects'] as const;

function Lines({
  group,
  lines,
}: {
  readonly group: (typeof groups)[number];
  readonly lines: readonly Line[];
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const shown = useLineText();
  if (lines.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby={`group-${group}`}>
      <Title order={2} id={`group-${group}`}>
        {t(`groups.${group}`)}
      </Title>
      <List spacing="xs" listStyleType="none" p={0} maw="44rem">
        {lines.map((line) => (
          <List.Item key={line.ref}>
            {line.field !== null && (
              <Text size="sm" c="dimmed">
                {t(`fields.${line.field}`)}
              </Text>
            )}
            <Text>{shown(line)}</Text>
            <Text size="xs" c="dimmed">
              {[
                t(`sources.${sourceKey(line.source)}`),
                line.date === null ? null : format.date(line.date),
                line.confirmed ? t('confirmed') : t('unconfirmed'),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
