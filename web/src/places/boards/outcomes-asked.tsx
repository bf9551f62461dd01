import { List, Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { AnchorLink } from '../../parts/link/anchor-link.js';
import { viewAddress } from './board-views.js';
import { useOutcomesAsked, type Outcome } from './use-agreeing.js';

/** Boards that wait for a word on what became of them; nothing where none does. */
export function OutcomesAsked() {
  const { t } = useTranslation('ready');
  const items = useOutcomesAsked().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="asked">
      <Stack gap="xs">
        <Title order={2} id="asked">
          {t('asked.title')}
        </Title>
        <List>
          {items.map((outcome) => (
            <List.Item key={outcome.consortium} style={{ overflowWrap: 'anywhere' }}>
              <AnchorLink to={viewAddress(outcome.consortium, 'ready') as never}>{outcome.title}</AnchorLink>
              {`: ${t(`asked.${questionOf(outcome)}`)}`}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}

const questionOf = ({ ask, proposals }: Outcome): 'proposed' | 'submitted' | 'result' => {
  if (proposals.length > 0) return 'proposed';
  return ask === 'result' ? 'result' : 'submitted';
};
