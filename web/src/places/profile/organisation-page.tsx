import { Anchor, Badge, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { AskButton } from '../../parts/call/ask-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { Page } from '../../parts/page.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { sourceKey } from '../../parts/profile-line/source-key.js';

type Organisation = components['schemas']['OrganisationResponse'];

/** An organisation as far as the reader may see it: facts and texts, each with source and date. */
export function OrganisationPage() {
  const { t } = useTranslation('profile');
  const { reference } = useParams({ from: '/organisations/$reference' });
  const found = useQuery({
    queryKey: ['organisation', reference],
    queryFn: () =>
      answered(api.GET('/api/v1/organisations/{reference}', { params: { path: { reference } } })),
  });
  if (found.data === undefined)
    return (
      <Page title={t('other.title')}>
        {found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Page>
    );
  return <Found organisation={found.data} />;
}

function Found({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('profile');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const me = useMe();
  const asks = hasRole(me, ['member', 'officer']);
  const { evidence, id, legalName: name } = organisation;
  return (
    <Page
      title={organisation.legalName}
      lead={
        organisation.invented ? (
          <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
            {calls('invented')}
          </Badge>
        ) : (
          t('other.lead')
        )
      }
      actions={asks && <AskButton partner={{ id, name, masked: null }} own={me?.organisation ?? null} />}
    >
      <Facts organisation={organisation} />
      <Stack gap="sm" component="section" aria-labelledby="evidence">
        <Title order={2} id="evidence">
          {t('other.evidence')}
        </Title>
        {evidence.length === 0 && <Text>{t('other.noEvidence')}</Text>}
        <List spacing="sm" listStyleType="none" p={0}>
          {evidence.map(({ id, kind, title, text, language, date, state, source }) => (
            <List.Item key={id}>
              <Paper withBorder p="md" maw="48rem">
                {title !== null && <Text fw={600}>{title}</Text>}
                <Text lang={language ?? undefined}>{text}</Text>
                <Text size="xs" c="dimmed">
                  {[
                    calls(`evidence.${kind}`),
                    t(`sources.${sourceKey(source)}`),
                    date === null ? null : format.date(date),
                    state === 'unconfirmed' ? t('unconfirmed') : null,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </Text>
              </Paper>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Page>
  );
}

function Facts({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('profile');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  const { country, city, nuts, type, sme, employees, url, pic, provenance } = organisation;
  const rows = [
    ['country', country === null ? null : format.country(country)],
    ['city', city],
    ['nuts', nuts === null ? null : regions.nameOf(nuts)],
    ['type', type === null ? null : calls(`types.${type}`)],
    ['sme', sme === null ? null : t(sme ? 'yes' : 'no')],
    ['employees', employees === null ? null : format.number(employees)],
    ['url', url],
    ['pic', pic],
  ] as const;
  return (
    <Table maw="44rem" aria-label={t('other.facts')}>
      <Table.Tbody>
        {rows.map(([field, value]) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" w="35%">
              {t(`fields.${field}`)}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {field === 'url' && value !== null && /^https?:\/\//.test(value) ? (
                <Anchor href={value} rel="noreferrer">
                  {value}
                </Anchor>
              ) : (
                (value ?? format.number(null))
              )}
              {value !== null && provenance[field] !== undefined && (
                <Text size="xs" c="dimmed">
                  {t(`sources.${sourceKey(provenance[field].source)}`)} ·{' '}
                  {format.date(provenance[field].date)}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
