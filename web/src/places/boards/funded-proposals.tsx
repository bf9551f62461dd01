import { Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { agreeingDeeds } from './agreeing-deeds.js';
import type { OutcomeSectionProps } from './outcome-section.js';
import type { FundedProposal } from './use-agreeing.js';

/** Projects of public data that may be this consortium's: nothing is taken for true before an officer confirms it. */
export function FundedProposals({ board, deeds, mayChange, outcome }: OutcomeSectionProps) {
  const { t } = useTranslation('ready');
  const format = useFormat();
  const confirm = ({ grantId: grant, acronym }: FundedProposal): void =>
    void deeds.run(
      () => agreeingDeeds(board.id).sayOutcome({ version: board.version, state: 'funded', grant }),
      { done: t('found.confirmed', { name: acronym }) },
    );
  return (
    <Stack gap="sm">
      {outcome.proposals.map((project) => (
        <Paper
          key={`${project.framework} ${project.grantId}`}
          withBorder
          p="md"
          component="article"
          aria-labelledby={`project-${project.grantId}`}
        >
          <Stack gap="xs" align="flex-start">
            <Title order={3} id={`project-${project.grantId}`}>
              {t('found.title', { name: project.acronym })}
            </Title>
            <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
              {project.title}
            </Text>
            <Text size="sm" maw="44rem">
              {t('found.why', {
                grant: project.grantId,
                topic: project.topic,
                shared: format.number(project.shared.length),
                partners: format.number(project.partners),
                date: format.date(project.observedOn),
              })}
            </Text>
            <List size="sm">
              {project.shared.map(({ pic, name }) => (
                <List.Item key={pic}>{name === null ? `PIC ${pic}` : `${name} (PIC ${pic})`}</List.Item>
              ))}
            </List>
            {mayChange && (
              <Button loading={deeds.busy} onClick={() => confirm(project)}>
                {t('found.confirm')}
              </Button>
            )}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
