import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** A password: the present one is asked for, and every other session ends with it. */
export function PasswordSection({ isSet }: { readonly isSet: boolean }) {
  const { t } = useTranslation('account');
  const tell = useTell();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChange((_: null) =>
    answered(api.PUT('/api/v1/me/password', { body: isSet ? { current, next } : { next } })),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(null, {
      onSuccess: () => {
        setCurrent('');
        setNext('');
        tell(t('password.done'));
      },
    });
  };
  return (
    <Section
      title={t('password.title')}
      lead={t(isSet ? 'password.lead' : 'password.none')}
      error={change.error}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" maw="26rem">
          {isSet && (
            <PasswordInput
              label={t('password.current')}
              autoComplete="current-password"
              required
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            label={t('password.next')}
            description={t('password.rule')}
            autoComplete="new-password"
            required
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={change.isPending}
              disabled={next === '' || (isSet && current === '')}
            >
              {t(isSet ? 'password.change' : 'password.set')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
