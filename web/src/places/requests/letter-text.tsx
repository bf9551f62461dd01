import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { letterKeys } from './letter-words.js';
import type { Request, RequestDeeds } from './use-requests.js';

interface LetterTextProps {
  readonly request: Request;
  readonly deeds: RequestDeeds;
}

/** The words of a request, as the reader may see them. Whoever answers says that they have read it. */
export function LetterText({ request, deeds }: LetterTextProps) {
  const { t } = useTranslation('requests');
  const { parts, side, state } = request;
  if (parts.length === 0) return <Text>{t('letter.gone')}</Text>;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{t('letter.text')}</Title>
        {letterKeys.map((key) => {
          const own = parts.filter((part) => part.key === key);
          return own.length === 0 ? null : (
            <Stack key={key} gap={2}>
              <Title order={3}>{t(`parts.${key}`)}</Title>
              {own.map(({ text }) => (
                <Text key={text} maw="44rem" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                  {text}
                </Text>
              ))}
            </Stack>
          );
        })}
        {side === 'recipient' && state === 'sent' && (
          <Group>
            <Button variant="default" loading={deeds.act.isPending} onClick={() => deeds.act.mutate('read')}>
              {t('markRead')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
