import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { makePasskey } from '../../app/session/passkey.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** One's passkeys: made, told apart by name, removed. */
export function PasskeySection() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const [name, setName] = useState('');
  const passkeys = useQuery({
    queryKey: ['account', 'passkeys'],
    queryFn: () => answered(api.GET('/api/v1/me/passkeys')),
  });
  const add = useChange(makePasskey);
  const remove = useChange((id: string) =>
    answered(api.DELETE('/api/v1/me/passkeys/{id}', { params: { path: { id } } })),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(name.trim() === '' ? t('passkeys.unnamed') : name, { onSuccess: () => setName('') });
  };
  return (
    <Section title={t('passkeys.title')} lead={t('passkeys.lead')} error={add.error ?? remove.error}>
      <QueryState query={passkeys}>
        {({ items }) => (
          <Stack gap="xs">
            {items.length === 0 && <Text c="dimmed">{t('passkeys.none')}</Text>}
            {items.map((passkey) => (
              <Group key={passkey.id} justify="space-between">
                <div>
                  <Text fw={500}>{passkey.name}</Text>
                  <Text size="sm" c="dimmed">
                    {passkey.usedAt === null
                      ? t('passkeys.unused', { made: format.date(passkey.createdAt) })
                      : t('passkeys.used', { used: format.dateTime(passkey.usedAt) })}
                  </Text>
                </div>
                <Button
                  variant="default"
                  loading={remove.isPending && remove.variables === passkey.id}
                  onClick={() => remove.mutate(passkey.id)}
                  aria-label={t('passkeys.removeNamed', { name: passkey.name })}
                >
                  {t('remove')}
                </Button>
              </Group>
            ))}
          </Stack>
        )}
      </QueryState>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={t('passkeys.name')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            flex="1 1 12rem"
            maw={320}
          />
          <Button type="submit" loading={add.isPending}>
            {t('passkeys.add')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
