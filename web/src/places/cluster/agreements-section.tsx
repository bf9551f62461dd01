import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { ClusterSection } from './cluster-section.js';
import { useChange } from './use-change.js';

type Agreement = components['schemas']['AgreementResponse'];
type Named = components['schemas']['NamedClusterResponse'];
type Proposal = components['schemas']['ProposeAgreementRequest'];

interface AgreementsSectionProps {
  readonly agreements: readonly Agreement[];
  readonly others: readonly Named[];
}

/** With whom something passes, from when to when: proposed, accepted, ended. */
export function AgreementsSection({ agreements, others }: AgreementsSectionProps) {
  const { t, i18n } = useTranslation('cluster');
  const format = useFormat();
  const name = ({ nameEn, nameIt }: Named): string => (i18n.language === 'it' ? nameIt : nameEn);
  const [wanted, setWanted] = useState<Proposal>({
    with: others[0]?.slug ?? '',
    kind: 'sisters',
    from: '',
  });
  const done = t('agreements.saved');
  const propose = useChange(
    (body: Proposal) => answered(api.POST('/api/v1/federation/agreements', { body })),
    done,
  );
  const accept = useChange(
    (id: string) =>
      answered(api.POST('/api/v1/federation/agreements/{id}/accept', { params: { path: { id } } })),
    done,
  );
  const end = useChange(
    (id: string) => answered(api.DELETE('/api/v1/federation/agreements/{id}', { params: { path: { id } } })),
    done,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    propose.mutate(wanted);
  };
  return (
    <ClusterSection
      title={t('agreements.title')}
      lead={t('agreements.lead')}
      error={propose.error ?? accept.error ?? end.error}
    >
      {agreements.length === 0 && (
        <Text c="dimmed" role="status">
          {t('agreements.none')}
        </Text>
      )}
      {agreements.map((agreement) => (
        <Group key={agreement.id} justify="space-between">
          <div>
            <Text fw={500}>{name(agreement.with)}</Text>
            <Text size="sm" c="dimmed">
              {[
                t(`agreements.kinds.${agreement.kind}`),
                t(`agreements.states.${agreement.state}`),
                agreement.until === null
                  ? t('agreements.since', { from: format.date(agreement.from) })
                  : t('agreements.between', {
                      from: format.date(agreement.from),
                      until: format.date(agreement.until),
                    }),
              ].join(' · ')}
            </Text>
          </div>
          {agreement.state !== 'over' && (
            <Group gap="xs">
              {agreement.state === 'to-accept' && (
                <Button
                  onClick={() => accept.mutate(agreement.id)}
                  aria-label={t('agreements.acceptNamed', { name: name(agreement.with) })}
                >
                  {t('agreements.accept')}
                </Button>
              )}
              <Button
                variant="default"
                onClick={() => end.mutate(agreement.id)}
                aria-label={t('agreements.endNamed', { name: name(agreement.with) })}
              >
                {t('agreements.end')}
              </Button>
            </Group>
          )}
        </Group>
      ))}
      <form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <NativeSelect
            label={t('agreements.with')}
            data={others.map((other) => ({ value: other.slug, label: name(other) }))}
            value={wanted.with}
            onChange={(event) => setWanted({ ...wanted, with: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('agreements.kind')}
            data={[
              { value: 'sisters', label: t('agreements.kinds.sisters') },
              { value: 'parent', label: t('agreements.kinds.parent') },
            ]}
            value={wanted.kind}
            onChange={(event) =>
              setWanted({ ...wanted, kind: event.currentTarget.value === 'parent' ? 'parent' : 'sisters' })
            }
          />
          <TextInput
            label={t('agreements.from')}
            type="date"
            required
            value={wanted.from}
            onChange={(event) => setWanted({ ...wanted, from: event.currentTarget.value })}
          />
          <TextInput
            label={t('agreements.until')}
            description={t('agreements.open')}
            type="date"
            value={wanted.until ?? ''}
            onChange={(event) => setWanted({ ...wanted, until: event.currentTarget.value || null })}
          />
          <Group>
            <Button type="submit" variant="default" loading={propose.isPending}>
              {t('agreements.propose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </ClusterSection>
  );
}
