import { Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ReasonList } from '../../parts/call/reason-list.js';
import { FitBars, type FitBand } from '../../parts/fit/fit-bars.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useStanding, type Decision } from './use-opportunity.js';

interface WhyThisPlaceProps {
  readonly reference: string;
  readonly asker: NonNullable<Decision['asker']>;
}

/** Why, or why not, and what would change it; asked for when somebody wants to know. */
export function WhyThisPlace({ reference, asker }: WhyThisPlaceProps) {
  const { t, i18n } = useTranslation('opportunities');
  const [open, setOpen] = useState(false);
  const standing = useStanding(reference, open ? asker.id : null, i18n.language);
  return (
    <Stack gap="sm" component="section" aria-labelledby="why">
      <Title order={2} id="why">
        {t('why.title', { name: asker.name })}
      </Title>
      {!open && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
          {t('why.open')}
        </Button>
      )}
      {open && (
        <QueryState query={standing}>
          {(found) => (
            <Paper withBorder p="lg">
              <Stack gap="sm">
                <FitBars
                  band={found.fit.band as FitBand}
                  competence={found.fit.score}
                  trackRecord={found.trackRecord.score}
                />
                <Text>
                  {found.rank === null
                    ? t('why.notListed')
                    : t('why.place', { rank: found.rank, count: found.total })}
                </Text>
                <ReasonList reasons={found.reasons} callHref="#said" recordHref="/profile" first={2} />
                <List spacing={4}>
                  {found.sentences.map((sentence) => (
                    <List.Item key={sentence}>{sentence}</List.Item>
                  ))}
                </List>
              </Stack>
            </Paper>
          )}
        </QueryState>
      )}
    </Stack>
  );
}
