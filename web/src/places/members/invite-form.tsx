import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { FindOrganisation } from '../../parts/organisation/find-organisation.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Invitations } from './use-invitations.js';

/** Asks somebody to look after the profile of a member. */
export function InviteForm({ invite }: Pick<Invitations, 'invite'>) {
  const { t, i18n } = useTranslation('invitations');
  const tell = useTell();
  const [member, setMember] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [person, setPerson] = useState({ name: '', email: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (member === null) return;
    const language = i18n.language === 'en' ? 'en' : 'it';
    invite.mutate(
      { organisation: member.id, ...person, language },
      {
        onSuccess: () => {
          tell(t('invite.done', { name: person.name }));
          setPerson({ name: '', email: '' });
          setMember(null);
        },
      },
    );
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{t('invite.title')}</Title>
        <Text maw="44rem">{t('invite.lead')}</Text>
        {member === null ? (
          <FindOrganisation
            label={t('invite.member')}
            found={(count) => t('invite.found', { count })}
            add={t('invite.choose')}
            addNamed={(name) => t('invite.chooseNamed', { name })}
            onAdd={(id, name) => setMember({ id, name })}
          />
        ) : (
          <form onSubmit={submit}>
            <Stack gap="sm" maw={420} align="flex-start">
              <Group gap="xs">
                <Text>{t('invite.chosen', { name: member.name })}</Text>
                <Button variant="subtle" size="compact-sm" onClick={() => setMember(null)}>
                  {t('invite.another')}
                </Button>
              </Group>
              {(['name', 'email'] as const).map((field) => (
                <TextInput
                  key={field}
                  label={t(`invite.${field}`)}
                  type={field === 'email' ? 'email' : 'text'}
                  required
                  w="100%"
                  maxLength={200}
                  value={person[field]}
                  onChange={(event) => setPerson({ ...person, [field]: event.currentTarget.value })}
                />
              ))}
              <FormProblem
                error={invite.error}
                fields={[]}
                words={{
                  'accounts.person-removed': t('invite.removed'),
                  'accounts.not-a-member': t('invite.notMember'),
                }}
              />
              <Button type="submit" loading={invite.isPending}>
                {t('invite.button')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}
