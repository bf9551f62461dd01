import { Button, NativeSelect, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Party, PartyFields } from './use-seats.js';

interface PartyFormProps {
  readonly party: Party | null;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSave: (party: PartyFields) => void;
}

const texts = ['pic', 'legalName', 'country', 'contactName', 'contactEmail'] as const;
const types = ['HES', 'REC', 'PRC', 'PUB', 'OTH'] as const;
const names = [...texts, 'type', 'sme'] as const;
/** In a message of the service a field stands below `party`. */
const atFields = names.map((name) => `party.${name}`);

/** What the portal's Part A asks of a partner, in its order; empty is not stated. */
export function PartyForm({ party, error, busy, onSave }: PartyFormProps) {
  const { t } = useTranslation('seats');
  const { t: calls } = useTranslation('calls');
  const [fields, setFields] = useState(() => fieldsOf(party));
  const set = (name: keyof typeof fields, value: string): void =>
    setFields((before) => ({ ...before, [name]: value }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const stated = (value: string): string | null => (value.trim() === '' ? null : value.trim());
    onSave({
      pic: stated(fields.pic),
      legalName: stated(fields.legalName),
      country: stated(fields.country)?.toUpperCase() ?? null,
      type: types.find((type) => type === fields.type) ?? null,
      sme: fields.sme === '' ? null : fields.sme === 'yes',
      contactName: stated(fields.contactName),
      contactEmail: stated(fields.contactEmail),
    });
  };
  const problems = problemsByField(error, atFields);
  return (
    <Paper component="form" withBorder p="md" onSubmit={submit} noValidate aria-labelledby="part-a">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="part-a">
          {t('party.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="44rem">
          {t('party.hint')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} w="100%">
          {texts.map((name) => (
            <TextInput
              key={name}
              label={t(`party.${name}`)}
              description={name === 'pic' || name === 'country' ? t(`party.hints.${name}`) : undefined}
              value={fields[name]}
              maxLength={300}
              onChange={({ currentTarget: { value } }) => set(name, value)}
              error={problems[`party.${name}`]}
            />
          ))}
          <NativeSelect
            label={t('party.type')}
            value={fields.type}
            onChange={({ currentTarget: { value } }) => set('type', value)}
            data={[
              { value: '', label: t('party.notStated') },
              ...types.map((value) => ({ value, label: calls(`types.${value}`) })),
            ]}
            error={problems['party.type']}
          />
          <NativeSelect
            label={t('party.sme')}
            value={fields.sme}
            onChange={({ currentTarget: { value } }) => set('sme', value)}
            data={[
              { value: '', label: t('party.notStated') },
              { value: 'yes', label: t('party.yes') },
              { value: 'no', label: t('party.no') },
            ]}
            error={problems['party.sme']}
          />
        </SimpleGrid>
        <FormProblem error={error} fields={atFields} />
        <Button type="submit" loading={busy}>
          {t('party.save')}
        </Button>
      </Stack>
    </Paper>
  );
}

/** Missing is an empty field. */
function fieldsOf(party: Party | null) {
  const { pic, legalName, country, type, sme, contactName, contactEmail } = party ?? nobody;
  return {
    pic: pic ?? '',
    legalName: legalName ?? '',
    country: country ?? '',
    type: type ?? '',
    sme: sme === null ? '' : sme ? 'yes' : 'no',
    contactName: contactName ?? '',
    contactEmail: contactEmail ?? '',
  };
}

const nobody: Party = {
  pic: null,
  legalName: null,
  country: null,
  type: null,
  sme: null,
  contactName: null,
  contactEmail: null,
  filledBy: null,
  filledAt: null,
};
