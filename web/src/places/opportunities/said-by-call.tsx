import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Call, Decision } from './use-opportunity.js';

interface SaidByCallProps {
  readonly call: Call;
  readonly said: Decision['said'];
}

/** What the call says, sentence by sentence, in its own words and no others. */
export function SaidByCall({ call, said }: SaidByCallProps) {
  const { t } = useTranslation('opportunities');
  const kinds = [...new Set(said.map(({ kind }) => kind))];
  return (
    <Stack gap="sm" component="section" id="said" aria-labelledby="said-title">
      <Title order={2} id="said-title">
        {t('said.title')}
      </Title>
      {kinds.length === 0 && <Text>{t('said.nothing')}</Text>}
      {kinds.map((kind) => (
        <Stack key={kind} gap={4}>
          <Title order={3}>{t(`said.${kind}`)}</Title>
          <List spacing={6} maw="44rem">
            {said
              .filter((sentence) => sentence.kind === kind)
              .map(({ text, language }, place) => (
                <List.Item key={place} lang={language ?? undefined}>
                  {text}
                </List.Item>
              ))}
          </List>
        </Stack>
      ))}
      {call.url !== null && (
        <Anchor href={call.url} size="sm">
          {t('said.source', { source: call.provenance['sections'] ?? call.provenance['title'] ?? '' })}
        </Anchor>
      )}
    </Stack>
  );
}
