import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { rootRoute } from '../../app/root-route.js';
import { hasRole, isDemonstrationOfficer, useMe } from '../../app/session/use-me.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ClusterList } from './cluster-list.js';
import { DemonstrationPeople } from './demonstration-people.js';

/** The public first page; whoever has signed in goes on to the first of their places. */
export function LandingPage() {
  const me = useMe();
  const { places } = rootRoute.useRouteContext();
  const [first] = places.filter(({ roles }) => hasRole(me, roles)).sort((a, b) => a.order - b.order);
  if (me !== null && !isDemonstrationOfficer(me) && first) return <Navigate to={first.to} replace />;
  return <Landing goOn={isDemonstrationOfficer(me) && first ? first.to : null} />;
}

function Landing({ goOn }: { readonly goOn: string | null }) {
  const { t } = useTranslation('welcome');
  const format = useFormat();
  const welcome = useQuery({
    queryKey: ['welcome'],
    queryFn: () => answered(api.GET('/api/v1/welcome')),
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Group>
        {goOn === null ? (
          <Button component={Link} to="/sign-in" size="md">
            {t('signIn')}
          </Button>
        ) : (
          <Button component={Link} to={goOn} size="md">
            {t('lookAround')}
          </Button>
        )}
        <Anchor component={Link} to="/claim">
          {t('askForProfile')}
        </Anchor>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        {(['firm', 'officer', 'manager'] as const).map((who) => (
          <Stack key={who} gap={4}>
            <Title order={2} size="h3">
              {t(`for.${who}.title`)}
            </Title>
            <Text>{t(`for.${who}.text`)}</Text>
          </Stack>
        ))}
      </SimpleGrid>
      <QueryState query={welcome}>
        {({ clusters, listed, demonstration }) => (
          <>
            {demonstration !== null && <DemonstrationPeople demonstration={demonstration} />}
            {listed !== null && <Text>{t('listed', { count: listed, figure: format.number(listed) })}</Text>}
            {clusters.length > 0 && <ClusterList clusters={clusters} />}
          </>
        )}
      </QueryState>
      <Stack gap={4}>
        <Title order={2}>{t('public.title')}</Title>
        <Text maw="44rem">{t('public.text')}</Text>
      </Stack>
    </Page>
  );
}
