import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { FindOrganisation } from '../../parts/organisation/find-organisation.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Interview, InterviewDeeds } from './use-interview.js';

interface ApartStepProps {
  readonly interview: Interview;
  readonly deeds: InterviewDeeds;
}

/** With whom the member never wants to be matched: kept apart at once, and told to nobody. */
export function ApartStep({ interview, deeds: { exclude } }: ApartStepProps) {
  const { t } = useTranslation('interview');
  return (
    <Stack gap="sm">
      {interview.exclusions.length > 0 && (
        <Stack gap="xs" component="ul" p={0} m={0} aria-label={t('steps.exclusions.title')}>
          {interview.exclusions.map(({ organisation, name }) => (
            <Paper key={organisation} withBorder p="sm" component="li" style={{ listStyle: 'none' }}>
              <Group justify="space-between">
                <Text flex="1 1 12rem">{name}</Text>
                <Button variant="default" onClick={() => exclude.mutate({ organisation, apart: false })}>
                  {t('apart.takeBack')}
                </Button>
              </Group>
            </Paper>
          ))}
        </Stack>
      )}
      <FormProblem error={exclude.error} fields={[]} />
      <FindOrganisation
        label={t('apart.search')}
        found={(count) => t('apart.found', { count })}
        add={t('apart.add')}
        addNamed={(name) => t('apart.addName', { name })}
        onAdd={(organisation) => exclude.mutate({ organisation, apart: true })}
      />
    </Stack>
  );
}
