import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useSignIn } from '../../app/session/sign-in.js';
import { FormProblem } from '../../parts/states/form-problem.js';

interface DemonstrationPeopleProps {
  readonly demonstration: components['schemas']['DemonstrationResponse'];
}

/** In a demonstration: everybody one can be, each one press away. */
export function DemonstrationPeople({ demonstration: { people, password } }: DemonstrationPeopleProps) {
  const { t } = useTranslation('welcome');
  const router = useRouter();
  const signIn = useSignIn();
  const be = (email: string): void =>
    signIn.mutate({ email, password }, { onSuccess: () => void router.invalidate() });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{t('demonstration.title')}</Title>
        <Text>{t('demonstration.text')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {people.map(({ email, name, role, cluster }) => (
            <Group key={email} justify="space-between" wrap="nowrap">
              <div>
                <Text fw={500}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {t(`demonstration.role.${role}`, { cluster: cluster?.toUpperCase() ?? '' })}
                </Text>
              </div>
              <Button
                variant="light"
                loading={signIn.isPending && signIn.variables.email === email}
                onClick={() => be(email)}
                aria-label={t('demonstration.be', { name })}
              >
                {t('demonstration.enter')}
              </Button>
            </Group>
          ))}
        </SimpleGrid>
        <FormProblem error={signIn.error} fields={[]} />
      </Stack>
    </Paper>
  );
}
