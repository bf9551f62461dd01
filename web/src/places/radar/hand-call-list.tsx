import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useHandCalls, useWithdraw, type HandCall } from './use-hand-calls.js';

/** What the cluster added: each can be stated anew, withdrawn, put back. */
export function HandCallList({ onEdit }: { readonly onEdit: (call: HandCall) => void }) {
  const { t } = useTranslation('radar');
  const calls = useHandCalls();
  const { mark, withdraw } = useWithdraw();
  return (
    <Stack gap="sm">
      <Title order={2}>{t('hand.list')}</Title>
      <FormProblem error={mark.error} fields={[]} />
      <QueryState query={calls}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('hand.none')} why={t('hand.noneWhy')} />
          ) : (
            <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((call) => (
                <Added
                  key={call.id}
                  call={call}
                  isBusy={mark.isPending}
                  onEdit={() => onEdit(call)}
                  onWithdraw={() => void withdraw(call)}
                  onPutBack={() => mark.mutate({ id: call.id, withdrawn: false })}
                />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Stack>
  );
}

interface AddedProps {
  readonly call: HandCall;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
  readonly onPutBack: () => void;
}

function Added({ call, isBusy, onEdit, onWithdraw, onPutBack }: AddedProps) {
  const { t } = useTranslation('radar');
  const format = useFormat();
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="xs">
        <Title order={3} style={{ overflowWrap: 'anywhere' }}>
          <AnchorLink to="/opportunities/$reference" params={{ reference: call.identifier }} inherit>
            {call.title}
          </AnchorLink>
        </Title>
        <Group gap="sm">
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[t(`kinds.${call.kind}`), call.identifier, ...call.regionNames].join(' · ')}
          </Text>
          {call.deadline !== null && <Text size="sm">{format.date(call.deadline)}</Text>}
          {call.withdrawn && <Badge variant="outline">{t('hand.isWithdrawn')}</Badge>}
        </Group>
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('hand.editOf', { title: call.title })}
            onClick={onEdit}
          >
            {t('hand.edit')}
          </Button>
          {call.withdrawn ? (
            <Button size="compact-md" variant="default" disabled={isBusy} onClick={onPutBack}>
              {t('hand.putBack')}
            </Button>
          ) : (
            <Button
              size="compact-md"
              variant="default"
              disabled={isBusy}
              aria-label={t('hand.withdrawOf', { title: call.title })}
              onClick={onWithdraw}
            >
              {t('hand.withdraw')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
