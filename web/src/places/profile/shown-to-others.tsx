import { List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import type { OwnSharing } from './sharing-page.js';

type Shown = NonNullable<OwnSharing['shown']>;

/** One's organisation as a sister cluster reads it now, with what is kept back said as such. */
export function ShownToOthers({ own }: { readonly own: OwnSharing }) {
  const { t } = useTranslation('sharing');
  const { shown, effective } = own;
  return (
    <Stack gap="sm" component="section" aria-labelledby="shown">
      <Title order={2} id="shown">
        {t('shown.title')}
      </Title>
      <Text maw="44rem">{t('shown.lead')}</Text>
      {shown === null ? (
        <EmptyState title={t('shown.none.title')} why={t(`shown.none.${whyNothing(effective.level)}`)} />
      ) : (
        <ShownMember shown={shown} withheld={effective.withheld} />
      )}
    </Stack>
  );
}

interface ShownMemberProps {
  readonly shown: Shown;
  readonly withheld: OwnSharing['effective']['withheld'];
}

function ShownMember({ shown, withheld }: ShownMemberProps) {
  const { t } = useTranslation('sharing');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  const orKept = (
    field: ShownMemberProps['withheld'][number],
    value: string | null,
    missing = format.number(null),
  ): string => (withheld.includes(field) ? t('shown.kept') : (value ?? missing));
  const roles = shown.roles.map((role) => t(`roles.${role}`));
  const facts: readonly (readonly [string, string])[] = [
    ['kind', shown.type === null ? format.number(null) : calls(`types.${shown.type}`)],
    ['country', format.country(shown.country)],
    ['region', orKept('region', shown.region && regions.nameOf(shown.region), t('shown.few'))],
    ['size', orKept('size', shown.sizeBand && t('shown.people', { band: shown.sizeBand }))],
    ['roles', orKept('roles', roles.length === 0 ? null : format.list(roles))],
    ...(shown.name === null ? [] : [['web', orKept('web', shown.url)] as const]),
  ];
  return (
    <Paper withBorder p="md" maw="48rem">
      <Stack gap="sm">
        <Text fw={600}>{shown.name ?? t('shown.mask')}</Text>
        <Table>
          <Table.Tbody>
            {facts.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{t(`shown.${name}`)}</Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Title order={3}>{t('shown.can')}</Title>
        {shown.statements.length === 0 ? (
          <Text>{withheld.includes('competences') ? t('shown.kept') : t('shown.noStatements')}</Text>
        ) : (
          <List spacing="xs" listStyleType="none" p={0}>
            {shown.statements.map(({ kind, text, year }, at) => (
              <List.Item key={`${at} ${text}`}>
                <Text>{text}</Text>
                <Text size="xs" c="dimmed">
                  {[calls(`evidence.${kind}`), year].filter((part) => part !== null).join(' · ')}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}

function whyNothing(level: string): 'whyNothing' | 'whyCounts' | 'whyNotYet' {
  if (level === 'nothing') return 'whyNothing';
  return level === 'counts' ? 'whyCounts' : 'whyNotYet';
}
