import { Button, Checkbox, ColorInput, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError, problemsByField } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { ClusterSection } from './cluster-section.js';
import { useChange } from './use-change.js';

type Settings = components['schemas']['ClusterSettingsResponse'];
type Wanted = components['schemas']['ChangeClusterRequest'];

const languages: readonly Wanted['languages'][number][] = ['it', 'en'];

/** What the service looks at beyond its form. */
const checkedFields = ['nameIt', 'nameEn', 'senderName', 'colour', 'timeZone', 'patronSaint'] as const;

/** Names, colour, sender, languages and days off. */
export function LookSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('cluster');
  const { slug: _slug, hasLogo: _hasLogo, ...known } = settings;
  const [wanted, setWanted] = useState<Wanted>(known);
  const [closed, setClosed] = useState(known.closedOn.join(', '));
  const save = useChange((body: Wanted) => answered(api.PUT('/api/v1/cluster', { body })), t('look.saved'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ ...wanted, closedOn: closed.split(/[,\s]+/).filter((day) => day !== '') });
  };
  const text = (field: 'nameEn' | 'nameIt' | 'senderName' | 'timeZone' | 'patronSaint') => ({
    label: t(`look.${field}`),
    value: wanted[field] ?? '',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setWanted({
        ...wanted,
        [field]: field === 'senderName' || field === 'patronSaint' ? value || null : value,
      });
    },
  });
  const refused =
    save.error instanceof ProblemError && save.error.code === 'accounts.bad-cluster'
      ? (checkedFields.find((field) => problemsByField(save.error, [field])[field] !== undefined) ?? 'other')
      : null;
  return (
    <ClusterSection
      title={t('look.title')}
      lead={t('look.lead')}
      error={refused === null ? save.error : null}
    >
      <form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <TextInput {...text('nameIt')} required maxLength={200} />
          <TextInput {...text('nameEn')} required maxLength={200} />
          <TextInput {...text('senderName')} description={t('look.senderHelp')} maxLength={80} />
          <ColorInput
            label={t('look.colour')}
            description={t('look.colourHelp')}
            format="hex"
            withEyeDropper={false}
            withPicker={false}
            swatches={['#0b5cad', '#0b6b50', '#7a1f5c', '#8a3b00', '#3b3f8f']}
            value={wanted.colour ?? ''}
            onChange={(value) => setWanted({ ...wanted, colour: value || null })}
          />
          <Checkbox.Group
            label={t('look.languages')}
            value={[...wanted.languages]}
            onChange={(chosen) =>
              setWanted({ ...wanted, languages: languages.filter((one) => chosen.includes(one)) })
            }
          >
            <Group gap="md" mt={4}>
              {languages.map((one) => (
                <Checkbox key={one} value={one} label={t(`look.speaks.${one}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <TextInput {...text('timeZone')} required maxLength={60} />
          <TextInput {...text('patronSaint')} description={t('look.patronHelp')} placeholder="12-07" />
          <TextInput
            label={t('look.closedOn')}
            description={t('look.closedHelp')}
            value={closed}
            onChange={(event) => setClosed(event.currentTarget.value)}
          />
          {refused !== null && (
            <Text c="var(--tessera-bad)" role="alert" size="sm">
              {t(`look.refused.${refused}`)}
            </Text>
          )}
          <Group>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('look.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </ClusterSection>
  );
}
