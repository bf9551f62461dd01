import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { useMe } from '../../app/session/use-me.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useUndo } from '../../parts/feedback/use-undo.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { useHold, useHolds, useRelease } from './use-digests.js';

interface HoldControlProps {
  /** id of the member whose mails it is about; null: everybody's */
  readonly organisation: string | null;
  /** its name; not needed for everybody's */
  readonly name?: string;
}

/** Lets the mails about one member, or all of them, stand still, with the reason; or go on. */
export function HoldControl({ organisation, name = '' }: HoldControlProps) {
  const { t } = useTranslation('digest');
  const tell = useTell();
  const holds = useHolds().data?.items ?? [];
  const [isOpen, { open, close }] = useDisclosure(false);
  const release = useRelease();
  const hold = holds.find((one) => one.organisation === organisation);
  if (hold)
    return (
      <Button
        variant="default"
        loading={release.isPending}
        aria-label={organisation === null ? t('hold.releaseAll') : t('hold.releaseNamed', { name })}
        onClick={() => release.mutate(hold.id, { onSuccess: () => tell(t('hold.released')) })}
      >
        {organisation === null ? t('hold.releaseAll') : t('hold.release')}
      </Button>
    );
  const label = organisation === null ? t('hold.all') : t('hold.one');
  return (
    <>
      <Button
        variant="default"
        onClick={open}
        aria-label={organisation === null ? label : t('hold.named', { name })}
      >
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={organisation === null ? t('hold.all') : t('hold.named', { name })}
        closeButtonProps={{ 'aria-label': t('hold.cancel') }}
      >
        <HoldForm organisation={organisation} onDone={close} />
      </Modal>
    </>
  );
}

function HoldForm({
  organisation,
  onDone,
}: Pick<HoldControlProps, 'organisation'> & { readonly onDone: () => void }) {
  const { t } = useTranslation('digest');
  const undo = useUndo();
  const me = useMe();
  const hold = useHold();
  const release = useRelease();
  const [reason, setReason] = useState('');
  // an officer's cluster; whoever looks after all of them holds everybody's
  const cluster = me?.roles.includes('operator') ? undefined : me?.clusters[0]?.id;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      reason: reason.trim(),
      ...(cluster === undefined ? {} : { cluster }),
      ...(organisation === null ? {} : { organisation }),
    };
    hold.mutate(body, {
      onSuccess: ({ id }) => {
        onDone();
        undo(t('hold.done'), () => void release.mutateAsync(id));
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('hold.what')}</Text>
        <TextInput
          label={t('hold.reason')}
          description={t('hold.reasonHint')}
          required
          maxLength={200}
          data-autofocus
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          error={problemsByField(hold.error, ['reason'])['reason']}
        />
        <FormProblem error={hold.error} fields={['reason']} />
        <Group>
          <Button type="submit" loading={hold.isPending} disabled={reason.trim() === ''}>
            {t('hold.do')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('hold.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
