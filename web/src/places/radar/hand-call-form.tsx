import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { handKinds, handPhases, handProgrammes, type HandForm } from './hand-form.js';
import type { ProposedCall } from './use-hand-calls.js';

interface HandCallFormProps {
  readonly form: HandForm;
  /** what a text said of it: each field shows its sentence */
  readonly proposed: ProposedCall | null;
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onChange: (form: HandForm) => void;
  readonly onSave: () => void;
  readonly onCancel: (() => void) | null;
}

const fields = [
  'kind',
  'title',
  'regions',
  'phase',
  'needs',
  'programme',
  'summary',
  'deadline',
  'budgetEur',
  'url',
];

/** Four fields are enough; the others help whoever reads it. */
export function HandCallForm(props: HandCallFormProps) {
  const { form, proposed, isNew, isSaving, error, onChange, onSave, onCancel } = props;
  const { t } = useTranslation('radar');
  const problems = problemsByField(error, fields);
  const set = (changed: Partial<HandForm>): void => onChange({ ...form, ...changed });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="44rem">
        <TextInput
          required
          label={t('hand.title')}
          value={form.title}
          maxLength={300}
          error={problems['title']}
          inputWrapperOrder={order}
          description={said(proposed?.title)}
          onChange={({ currentTarget: { value } }) => set({ title: value })}
        />
        <TextInput
          label={t('hand.regions')}
          placeholder={t('hand.regionsHint')}
          value={form.regions}
          error={problems['regions']}
          inputWrapperOrder={order}
          description={said(proposed?.regions[0])}
          onChange={({ currentTarget: { value } }) => set({ regions: value })}
        />
        <Group grow align="flex-start" gap="sm" preventGrowOverflow={false}>
          <NativeSelect
            label={t('hand.kind')}
            value={form.kind}
            error={problems['kind']}
            inputWrapperOrder={order}
            description={said(proposed?.kind)}
            onChange={({ currentTarget: { value } }) => set({ kind: value })}
            data={handKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <NativeSelect
            label={t('hand.phase')}
            value={form.phase}
            inputWrapperOrder={order}
            description={said(proposed?.phase)}
            onChange={({ currentTarget: { value } }) => set({ phase: value })}
            data={[
              { value: '', label: t('hand.unstated') },
              ...handPhases.map((phase) => ({ value: phase, label: t(`phases.${phase}`) })),
            ]}
          />
        </Group>
        <Textarea
          label={t('hand.needs')}
          placeholder={t('hand.needsHint')}
          autosize
          minRows={3}
          maxRows={12}
          value={form.needs}
          error={problems['needs']}
          onChange={({ currentTarget: { value } }) => set({ needs: value })}
        />
        <Group grow align="flex-start" gap="sm" preventGrowOverflow={false}>
          <NativeSelect
            label={t('hand.programme')}
            value={form.programme}
            inputWrapperOrder={order}
            description={said(proposed?.programme)}
            onChange={({ currentTarget: { value } }) => set({ programme: value })}
            data={[
              { value: '', label: t('hand.unstated') },
              ...handProgrammes.map((code) => ({ value: code, label: t(`programmes.${code}`) })),
            ]}
          />
          <TextInput
            type="date"
            label={t('table.deadline')}
            value={form.deadline}
            error={problems['deadline']}
            inputWrapperOrder={order}
            description={said(proposed?.deadline)}
            onChange={({ currentTarget: { value } }) => set({ deadline: value })}
          />
          <TextInput
            inputMode="numeric"
            label={t('hand.budget')}
            value={form.budget}
            error={problems['budgetEur']}
            inputWrapperOrder={order}
            description={said(proposed?.budgetEur)}
            onChange={({ currentTarget: { value } }) => set({ budget: value.replace(/[^\d. ]/g, '') })}
          />
        </Group>
        <TextInput
          type="url"
          label={t('hand.url')}
          value={form.url}
          maxLength={500}
          error={problems['url']}
          onChange={({ currentTarget: { value } }) => set({ url: value })}
        />
        <Textarea
          label={t('hand.summary')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={10_000}
          value={form.summary}
          error={problems['summary']}
          onChange={({ currentTarget: { value } }) => set({ summary: value })}
        />
        <FormProblem
          error={error}
          fields={fields}
          words={{ 'ingest.region-unknown': t('hand.regionUnknown') }}
        />
        <Group gap="sm">
          <Button type="submit" loading={isSaving} disabled={form.title.trim().length < 3}>
            {t(isNew ? 'hand.add' : 'hand.save')}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('hand.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** The sentence a value was found in, under its field. */
function said(proposed: { readonly sentence: string } | null | undefined): ReactNode {
  if (!proposed) return undefined;
  return (
    <Text span size="sm" fs="italic" c="var(--tessera-call)" style={{ overflowWrap: 'anywhere' }}>
      {`“${proposed.sentence}”`}
    </Text>
  );
}
