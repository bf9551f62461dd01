import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { CallMeta } from '../../parts/call/call-meta.js';
import { SaveButton } from '../../parts/call/save-button.js';
import type { FoundCall } from './use-opportunities.js';

/** A call in a list. */
export function FoundCallRow({ call }: { readonly call: FoundCall }) {
  const { t } = useTranslation();
  return (
    <Paper component="article" withBorder p="md" aria-labelledby={`call-${call.id}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 18rem">
          <Title order={2} size="h3" id={`call-${call.id}`}>
            <Anchor component={Link} to={`/opportunities/${encodeURIComponent(call.identifier)}`} inherit>
              {call.title}
            </Anchor>
          </Title>
          <CallMeta call={call} />
          {call.fit !== null && (
            <Text size="sm" c="var(--tessera-record)" fw={600}>
              {t(`fit.${call.fit.fit.band}`)}
            </Text>
          )}
        </Stack>
        <SaveButton id={call.id} title={call.title} saved={call.saved} />
      </Group>
    </Paper>
  );
}
