import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { LineList } from './line-list.js';
import { projectRoles, type Interview, type InterviewDeeds } from './use-interview.js';

interface ReviewStepProps {
  readonly interview: Interview;
  readonly deeds: InterviewDeeds;
  readonly onDone: () => void;
}

/** All that was written down, and the one mail that asks whether it is right. */
export function ReviewStep({ interview, deeds: { write, remove, tell }, onDone }: ReviewStepProps) {
  const { t } = useTranslation('interview');
  const format = useFormat();
  const say = useTell();
  const { lines, roles, exclusions, reader } = interview;
  const said = projectRoles.filter((role) => roles.includes(role));
  if (lines.length === 0 && said.length === 0)
    return <EmptyState title={t('review.nothing')} why={t('review.nothingWhy')} />;
  return (
    <Stack gap="md" align="stretch">
      <LineList lines={lines} write={write} remove={remove} label={t('steps.review.title')} />
      {said.length > 0 && (
        <Text>{t('review.roles', { roles: format.list(said.map((role) => t(`roles.${role}`))) })}</Text>
      )}
      {exclusions.length > 0 && <Text>{t('review.apart', { count: exclusions.length })}</Text>}
      <Text c="dimmed" maw="44rem">
        {reader === 'nobody'
          ? t('review.nobody')
          : t(reader === 'account' ? 'review.account' : 'review.contact')}
      </Text>
      <FormProblem error={tell.error} fields={[]} />
      <div>
        <Button
          loading={tell.isPending}
          disabled={reader === 'nobody'}
          onClick={() =>
            tell.mutate(undefined, {
              onSuccess: () => {
                say(t('review.told'));
                onDone();
              },
            })
          }
        >
          {t('review.ask')}
        </Button>
      </div>
    </Stack>
  );
}
