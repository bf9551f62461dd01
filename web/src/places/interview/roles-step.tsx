import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { projectRoles, type Interview, type InterviewDeeds } from './use-interview.js';

interface RolesStepProps {
  readonly interview: Interview;
  readonly deeds: InterviewDeeds;
}

/** What the member would do in a project. */
export function RolesStep({ interview, deeds: { progress } }: RolesStepProps) {
  const { t } = useTranslation('interview');
  return (
    <Chip.Group
      multiple
      value={[...interview.roles]}
      onChange={(chosen) =>
        progress.mutate({ step: 'roles', roles: projectRoles.filter((role) => chosen.includes(role)) })
      }
    >
      <Group gap="xs" role="group" aria-label={t('steps.roles.title')}>
        {projectRoles.map((role) => (
          <Chip key={role} value={role} variant="outline" disabled={progress.isPending}>
            {t(`roles.${role}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
