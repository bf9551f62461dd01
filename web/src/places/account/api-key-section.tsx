import { Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

type Wanted = components['schemas']['MakeApiKeyRequest'];
type Scope = Wanted['scopes'][number];

const scopes: readonly Scope[] = ['read', 'import', 'score'];

/** Keys for the programs of an officer's cluster: made, shown once, revoked. */
export function ApiKeySection() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const [wanted, setWanted] = useState<Wanted>({ name: '', scopes: ['read'], days: 90 });
  const keys = useQuery({
    queryKey: ['account', 'api-keys'],
    queryFn: () => answered(api.GET('/api/v1/api-keys')),
  });
  const make = useChange((body: Wanted) => answered(api.POST('/api/v1/api-keys', { body })));
  const revoke = useChange((id: string) =>
    answered(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate(wanted);
  };
  return (
    <Section title={t('keys.title')} lead={t('keys.lead')} error={make.error ?? revoke.error}>
      <QueryState query={keys}>
        {({ items }) => (
          <Stack gap="xs">
            {items.length === 0 && <Text c="dimmed">{t('keys.none')}</Text>}
            {items.map((key) => (
              <Group key={key.id} justify="space-between">
                <div>
                  <Text fw={500}>{key.name}</Text>
                  <Text size="sm" c="dimmed">
                    {format.list(key.scopes.map((scope) => t(`keys.scope.${scope}`)))}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {key.revokedAt === null
                      ? t('keys.ends', { ends: format.date(key.endsAt) })
                      : t('keys.revoked', { revoked: format.date(key.revokedAt) })}
                  </Text>
                </div>
                {key.revokedAt === null && (
                  <Button
                    variant="default"
                    loading={revoke.isPending && revoke.variables === key.id}
                    onClick={() => revoke.mutate(key.id)}
                    aria-label={t('keys.revokeNamed', { name: key.name })}
                  >
                    {t('keys.revoke')}
                  </Button>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </QueryState>
      {make.data && (
        <div role="status">
          <Text>{t('keys.keep')}</Text>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {make.data.key}
          </Code>
        </div>
      )}
      <form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <TextInput
            label={t('keys.name')}
            required
            maxLength={80}
            value={wanted.name}
            onChange={(event) => setWanted({ ...wanted, name: event.currentTarget.value })}
          />
          <Checkbox.Group
            label={t('keys.may')}
            value={wanted.scopes}
            onChange={(chosen) =>
              setWanted({ ...wanted, scopes: scopes.filter((one) => chosen.includes(one)) })
            }
          >
            <Stack gap={4} mt={4}>
              {scopes.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`keys.scope.${scope}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            label={t('keys.days')}
            type="number"
            min={1}
            max={365}
            value={wanted.days}
            onChange={(event) => setWanted({ ...wanted, days: Number(event.currentTarget.value) })}
          />
          <Group>
            <Button type="submit" variant="default" loading={make.isPending}>
              {t('keys.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
