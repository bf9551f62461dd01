import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { meQuery } from '../../app/session/use-me.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** How one is called: in mails, and where others read who wrote to them. */
export function NameSection({ name: known }: { readonly name: string }) {
  const { t } = useTranslation('account');
  const tell = useTell();
  const client = useQueryClient();
  const [name, setName] = useState(known);
  const change = useChange((to: string) => answered(api.PATCH('/api/v1/me', { body: { name: to } })));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(name, {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: meQuery.queryKey });
        tell(t('saved'));
      },
    });
  };
  return (
    <Section title={t('name.title')} lead={t('name.lead')} error={change.error}>
      <form onSubmit={submit} noValidate>
        <Group align="flex-end">
          <TextInput
            label={t('name.label')}
            autoComplete="name"
            maxLength={200}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={name.trim() === '' || name === known}
          >
            {t('name.button')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
