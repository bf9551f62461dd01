import { Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import type { Check } from './use-board.js';

type Apply = NonNullable<Check['apply']>;
type Reason = Apply['against'][number];

const signs = {
  'do-not-apply': { icon: IconCircleX, colour: 'var(--tessera-bad)' },
  'not-as-it-stands': { icon: IconAlertTriangle, colour: 'var(--tessera-warn)' },
  'think-twice': { icon: IconAlertTriangle, colour: 'var(--tessera-warn)' },
  unclear: { icon: IconHelpCircle, colour: 'var(--tessera-warn)' },
  'nothing-against': { icon: IconCircleCheck, colour: 'var(--tessera-good)' },
} as const;

/** Whether to apply: one advice, what speaks against it, and how many proposals of the programme succeed. */
export function ApplyAdvice({ apply }: { readonly apply: Apply }) {
  const { t } = useTranslation('apply');
  const format = useFormat();
  const { verdict, against, success } = apply;
  const { icon: Icon, colour } = signs[verdict];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="apply">
      <Stack gap="sm">
        <Title order={2} id="apply">
          {t('title')}
        </Title>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Icon size={24} color={colour} aria-hidden style={{ flexShrink: 0 }} />
          <Text fw={650} c={colour} data-verdict={verdict}>
            {t(`verdict.${verdict}`)}
          </Text>
        </Group>
        {against.length > 0 && (
          <List spacing={6} maw="44rem">
            {against.map((reason) => (
              <List.Item key={reason.kind}>
                <Words reason={reason} />
              </List.Item>
            ))}
          </List>
        )}
        {success !== null && (
          <Text size="sm">
            {t('success', { percent: success.percent })}{' '}
            <Text component="span" size="xs" c="dimmed">
              {success.url === null ? (
                success.document
              ) : (
                <Anchor href={success.url} rel="noreferrer">
                  {success.document}
                </Anchor>
              )}
              {`, ${format.date(success.date)}`}
            </Text>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** The reason, with the values it was found by. */
function Words({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation('apply');
  const format = useFormat();
  const { kind, daysLeft, rules, country, organisations, grants, weight } = reason;
  return (
    <>
      {t(`against.${kind}`, {
        count: daysLeft ?? grants ?? 0,
        country: format.country(country),
        organisations,
      })}
      {kind === 'not-eligible' && weight === 'stops' && ` ${t('noCure')}`}
      {rules.length > 0 && (
        <List size="sm" listStyleType="circle" withPadding>
          {rules.map((rule) => (
            <List.Item key={rule}>{rule}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}
