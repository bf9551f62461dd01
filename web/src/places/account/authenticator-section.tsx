import { Anchor, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** An authenticator app as the second factor: its key, and the first code that proves it. */
export function AuthenticatorSection({ inForce }: { readonly inForce: boolean }) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const propose = useChange((_: null) => answered(api.POST('/api/v1/me/second-factor')));
  const confirm = useChange((digits: string) =>
    answered(api.POST('/api/v1/me/second-factor/confirmation', { body: { code: digits } })),
  );
  const remove = useChange((_: null) => answered(api.DELETE('/api/v1/me/second-factor')));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate(code.replaceAll(' ', ''), { onSuccess: () => propose.reset() });
  };
  const error = propose.error ?? confirm.error ?? remove.error;
  return (
    <Section title={t('authenticator.title')} lead={t('authenticator.lead')} error={error}>
      {inForce && (
        <Group justify="space-between">
          <Text fw={500}>{t('authenticator.inForce')}</Text>
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(null)}>
            {t('remove')}
          </Button>
        </Group>
      )}
      {!inForce && !propose.data && (
        <Group>
          <Button variant="default" loading={propose.isPending} onClick={() => propose.mutate(null)}>
            {t('authenticator.setUp')}
          </Button>
        </Group>
      )}
      {!inForce && propose.data && (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text>{t('authenticator.key')}</Text>
            <Code block>{(propose.data.key.match(/.{1,4}/g) ?? []).join(' ')}</Code>
            <Anchor href={propose.data.address}>{t('authenticator.open')}</Anchor>
            <Group align="flex-end">
              <TextInput
                label={t('authenticator.code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <Button type="submit" loading={confirm.isPending}>
                {t('authenticator.confirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Section>
  );
}
