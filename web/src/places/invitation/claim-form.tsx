import { Button, Chip, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { AddCompetences } from './add-competences.js';
import { LineGroups } from './line-groups.js';
import { Notice } from './notice.js';
import { toClaim, useClaim, type Digest, type ProjectRole } from './use-claim.js';

type Draft = components['schemas']['ClaimedProfileResponse'];

interface ClaimFormProps {
  readonly token: string;
  readonly draft: Draft;
}

const projectRoles: readonly ProjectRole[] = [
  'coordinate',
  'lead-work-package',
  'technical-partner',
  'pilot-site',
  'data-owner',
  'end-user',
];
const digests: readonly Digest[] = ['weekly', 'at-once', 'monthly', 'never'];

/** Everything that somebody who was invited may say; only the last button must be pressed. */
export function ClaimForm({ token, draft }: ClaimFormProps) {
  const { t } = useTranslation('invitation');
  const claim = useClaim(projectRoles.filter((role) => draft.roles.includes(role)));
  const navigate = useNavigate();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/invitations/confirm', { body: toClaim(token, claim) })),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/invitation/next' });
    },
  });
  return (
    <Stack gap="lg">
      <Notice token={token} draft={draft} />
      <LineGroups lines={draft.lines} claim={claim} />
      <AddCompetences token={token} claim={claim} />
      <Stack gap="xs">
        <Title order={2}>{t('roles.title')}</Title>
        <Text c="dimmed">{t('roles.text')}</Text>
        <Chip.Group
          multiple
          value={[...claim.roles]}
          onChange={(chosen) => claim.setRoles(projectRoles.filter((role) => chosen.includes(role)))}
        >
          <Group gap="xs">
            {projectRoles.map((role) => (
              <Chip key={role} value={role} variant="outline">
                {t(`roles.${role}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Stack>
      <TextInput
        label={t('pic.label')}
        description={t('pic.text')}
        inputMode="numeric"
        maw="24rem"
        value={claim.pic}
        onChange={(event) => claim.setPic(event.currentTarget.value)}
        error={isAboutPic(confirm.error) ? t('pic.wrong') : undefined}
      />
      <Radio.Group
        label={<Title order={2}>{t('digest.title')}</Title>}
        description={t('digest.text')}
        value={claim.digest ?? ''}
        onChange={(value) => {
          const chosen = digests.find((digest) => digest === value);
          if (chosen) claim.setDigest(chosen);
        }}
      >
        <Stack gap="xs" mt="xs">
          {digests.map((digest) => (
            <Radio key={digest} value={digest} label={t(`digest.${digest}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Paper withBorder p="md">
        <Stack gap="sm" align="flex-start">
          <Text>{t('confirm.text', { name: draft.name, email: draft.email })}</Text>
          {!isAboutPic(confirm.error) && <FormProblem error={confirm.error} fields={[]} />}
          <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('confirm.button')}
          </Button>
        </Stack>
      </Paper>
    </Stack>
  );
}

const isAboutPic = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'organisations.bad-pic';
