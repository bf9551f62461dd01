import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { OnBoard } from './board-frame.js';
import { FundedProposals } from './funded-proposals.js';
import { OutcomeForm } from './outcome-form.js';
import type { Outcome } from './use-agreeing.js';

export interface OutcomeSectionProps extends OnBoard {
  readonly outcome: Outcome;
}

/** What became of an agreed consortium: what public data propose, what is asked, what was said. */
export function OutcomeSection(props: OutcomeSectionProps) {
  const { board, mayChange, outcome } = props;
  const { t } = useTranslation('ready');
  const { state, ask, proposals, fundedGrant } = outcome;
  const isOpen = state === 'agreed' || state === 'submitted';
  return (
    <Stack gap="sm" component="section" aria-labelledby="outcome">
      <Title order={2} id="outcome">
        {t('outcome.title')}
      </Title>
      <Text role="status">
        {state === 'funded' && fundedGrant !== null
          ? t('outcome.fundedAs', { grant: fundedGrant })
          : t(`outcome.is.${state as 'agreed'}`)}
      </Text>
      {proposals.length > 0 && <FundedProposals {...props} />}
      {isOpen && mayChange && (
        <Paper withBorder p="md">
          <Stack gap="xs">
            <Text fw={600} id="outcome-question">
              {t(ask === null ? 'outcome.ask.early' : `outcome.ask.${ask as 'submitted'}`)}
            </Text>
            {/* what it said before is no answer to the next question */}
            <OutcomeForm key={board.state} {...props} />
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
