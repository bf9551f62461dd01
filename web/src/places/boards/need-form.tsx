import { Button, Group, NativeSelect, NumberInput, Stack, TagsInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { boardDeeds } from './board-deeds.js';
import { changedFields } from './changed-fields.js';
import { neededRoles } from './needed-roles.js';
import { StaleNote } from './stale-note.js';
import type { Board, Need } from './use-board.js';

interface NeedFormProps {
  readonly board: Board;
  /** as it stands now; null: a new one */
  readonly need: Need | null;
  readonly onDone: () => void;
}

type Fields = Pick<Need, 'role' | 'text' | 'input' | 'output' | 'trlFrom' | 'trlTo' | 'countries'>;

const empty: Fields = {
  role: 'technology-developer',
  text: '',
  input: null,
  output: null,
  trlFrom: null,
  trlTo: null,
  countries: [],
};
const editable = (need: Need | null): Fields => {
  if (need === null) return empty;
  const { role, text, input, output, trlFrom, trlTo, countries } = need;
  return { role, text, input, output, trlFrom, trlTo, countries };
};
const fieldNames = ['role', 'text', 'input', 'output', 'trlFrom', 'trlTo', 'countries'] as const;
const country = /^[A-Za-z]{2}$/;

/** A need in words: changing one that was approved makes it a draft again. */
export function NeedForm({ board, need, onDone }: NeedFormProps) {
  const { t } = useTranslation('boards');
  const client = useQueryClient();
  const [read, setRead] = useState(need);
  const [fields, setFields] = useState(() => editable(need));
  const [wrong, setWrong] = useState<string | null>(null);
  const set = (changed: Partial<Fields>): void => setFields((before) => ({ ...before, ...changed }));
  const save = useMutation({
    mutationFn: async (): Promise<unknown> => {
      const { addNeed, changeNeed } = boardDeeds(board.id);
      return read === null ? addNeed(fields) : changeNeed(read, changedFields(editable(read), fields));
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['boards', board.id] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const problem = fields.text.trim() === '' ? t('needs.noText') : null;
    setWrong(problem);
    if (problem === null) save.mutate();
  };
  const theirs = useTheirs(read, need);
  const problems = problemsByField(save.error, fieldNames);
  const text = (field: 'input' | 'output') => (
    <Textarea
      label={t(`needs.${field}`)}
      description={t(`needs.${field}Hint`)}
      maxLength={1_000}
      autosize
      value={fields[field] ?? ''}
      onChange={({ currentTarget: { value } }) => set({ [field]: value === '' ? null : value })}
      error={problems[field]}
    />
  );
  const trl = (field: 'trlFrom' | 'trlTo') => (
    <NumberInput
      label={t(`needs.${field}`)}
      min={1}
      max={9}
      allowDecimal={false}
      value={fields[field] ?? ''}
      onChange={(value) => set({ [field]: value === '' ? null : Number(value) })}
      error={problems[field]}
    />
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {theirs.length > 0 && (
          <StaleNote
            theirs={theirs}
            onGoOn={() => {
              setFields((mine) => ({ ...editable(need), ...changedFields(editable(read), mine) }));
              setRead(need);
              save.reset();
            }}
          />
        )}
        <NativeSelect
          label={t('needs.role')}
          value={fields.role}
          onChange={({ currentTarget: { value } }) => set({ role: value as Fields['role'] })}
          data={neededRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
        <Textarea
          label={t('needs.text')}
          required
          maxLength={1_000}
          autosize
          minRows={3}
          value={fields.text}
          onChange={({ currentTarget: { value } }) => set({ text: value })}
          error={wrong ?? problems['text']}
        />
        {text('input')}
        {text('output')}
        <Group grow align="flex-start">
          {trl('trlFrom')}
          {trl('trlTo')}
        </Group>
        <TagsInput
          label={t('needs.countries')}
          description={t('needs.countriesHint')}
          value={fields.countries}
          onChange={(codes) =>
            set({ countries: codes.filter((code) => country.test(code)).map((code) => code.toUpperCase()) })
          }
          error={problems['countries']}
        />
        <FormProblem error={save.error} fields={fieldNames} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What a colleague changed since the form was opened, in words. */
function useTheirs(read: Need | null, now: Need | null): readonly (readonly [string, string])[] {
  const { t } = useTranslation('boards');
  const format = useFormat();
  if (read === null || now === null || read.version === now.version) return [];
  const changed = changedFields(
    { ...editable(read), state: read.state },
    { ...editable(now), state: now.state },
  );
  const missing = format.number(null);
  const said = {
    role: [t('needs.role'), t(`roles.${now.role}`)],
    text: [t('needs.text'), now.text],
    input: [t('needs.input'), now.input ?? missing],
    output: [t('needs.output'), now.output ?? missing],
    trlFrom: [t('needs.trlFrom'), format.number(now.trlFrom)],
    trlTo: [t('needs.trlTo'), format.number(now.trlTo)],
    countries: [t('needs.countries'), now.countries.join(', ')],
    state: [t('list.state'), t(`needStates.${now.state}`)],
  } as const;
  return (Object.keys(changed) as (keyof typeof said)[]).map((key) => said[key]);
}
