import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ClusterSection } from './cluster-section.js';
import { useChange } from './use-change.js';

type NewPerson = components['schemas']['AddPersonRequest'];
type Role = NewPerson['role'];

const roles: readonly Role[] = ['officer', 'manager'];

/** Who works in the cluster: whoever it concerns is told by mail of each change. */
export function PeopleSection() {
  const { t } = useTranslation('cluster');
  const format = useFormat();
  const done = t('people.saved');
  const people = useQuery({
    queryKey: ['cluster', 'people'],
    queryFn: () => answered(api.GET('/api/v1/cluster/people')),
  });
  const change = useChange(
    ({ id, role }: { readonly id: string; readonly role: Role }) =>
      answered(api.PATCH('/api/v1/cluster/people/{id}', { params: { path: { id } }, body: { role } })),
    done,
  );
  const end = useChange(
    (id: string) => answered(api.DELETE('/api/v1/cluster/people/{id}', { params: { path: { id } } })),
    done,
  );
  const add = useChange((body: NewPerson) => answered(api.POST('/api/v1/cluster/people', { body })), done);
  return (
    <ClusterSection
      title={t('people.title')}
      lead={t('people.lead')}
      error={change.error ?? end.error ?? add.error}
    >
      <QueryState query={people}>
        {({ items }) => (
          <Stack gap="xs">
            {items.length === 0 && <Text c="dimmed">{t('people.none')}</Text>}
            {items.map(({ id, name, email, role, since, mandate, self }) => (
              <Group key={id} justify="space-between">
                <div>
                  <Text fw={500}>{self ? t('people.you', { name }) : name}</Text>
                  <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {[
                      email,
                      t('people.since', { since: format.date(since) }),
                      mandate === null ? null : `${t(`people.parts.${mandate.part}`)} (${mandate.pilot})`,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </Text>
                </div>
                <Group gap="xs">
                  <NativeSelect
                    aria-label={t('people.roleOf', { name })}
                    data={roles.map((one) => ({ value: one, label: t(`people.roles.${one}`) }))}
                    value={role}
                    onChange={(event) =>
                      change.mutate({
                        id,
                        role: event.currentTarget.value === 'manager' ? 'manager' : 'officer',
                      })
                    }
                  />
                  <Button
                    variant="default"
                    onClick={() => end.mutate(id)}
                    aria-label={t('people.endNamed', { name })}
                  >
                    {t('people.end')}
                  </Button>
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </QueryState>
      <AddPerson
        key={people.data?.items.length}
        busy={add.isPending}
        onAdd={(person) => add.mutate(person)}
      />
    </ClusterSection>
  );
}

interface AddPersonProps {
  readonly busy: boolean;
  readonly onAdd: (person: NewPerson) => void;
}

function AddPerson({ busy, onAdd }: AddPersonProps) {
  const { t, i18n } = useTranslation('cluster');
  const [person, setPerson] = useState<NewPerson>({
    name: '',
    email: '',
    role: 'officer',
    language: i18n.language === 'en' ? 'en' : 'it',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAdd(person);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={420}>
        <TextInput
          label={t('people.name')}
          required
          maxLength={200}
          value={person.name}
          onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('people.email')}
          type="email"
          required
          maxLength={254}
          value={person.email}
          onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('people.role')}
          data={roles.map((one) => ({ value: one, label: t(`people.roles.${one}`) }))}
          value={person.role}
          onChange={(event) =>
            setPerson({ ...person, role: event.currentTarget.value === 'manager' ? 'manager' : 'officer' })
          }
        />
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            {t('people.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
