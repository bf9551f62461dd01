import { Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { competenceKinds, longestStatement, type CompetenceKind } from './line-decision.js';

export interface CompetenceDraft {
  readonly statement: string;
  readonly kind: CompetenceKind | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
}

interface CompetenceFieldsProps {
  readonly draft: CompetenceDraft;
  readonly onChange: (draft: CompetenceDraft) => void;
  readonly label: string;
}

const levels = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const levelOf = (value: string): number | null => (value === '' ? null : Number(value));

/** What one can do, as one line: the statement, what it is about, how ready it is. */
export function CompetenceFields({ draft, onChange, label }: CompetenceFieldsProps) {
  const { t } = useTranslation();
  const kinds = competenceKinds.map((kind) => ({ value: kind, label: t(`line.kind.${kind}`) }));
  const options = levels.map((value) => ({ value, label: value === '' ? t('notStated') : value }));
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        description={t('line.characters', { count: longestStatement - draft.statement.length })}
        autosize
        minRows={2}
        maxLength={longestStatement}
        value={draft.statement}
        onChange={(event) => onChange({ ...draft, statement: event.currentTarget.value })}
      />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('line.about')}
          data={[{ value: '', label: t('notStated') }, ...kinds]}
          value={draft.kind ?? ''}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, kind: competenceKinds.find((kind) => kind === currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={t('line.trlFrom')}
          data={options}
          value={String(draft.trlFrom ?? '')}
          onChange={({ currentTarget }) => onChange({ ...draft, trlFrom: levelOf(currentTarget.value) })}
        />
        <NativeSelect
          label={t('line.trlTo')}
          data={options}
          value={String(draft.trlTo ?? '')}
          onChange={({ currentTarget }) => onChange({ ...draft, trlTo: levelOf(currentTarget.value) })}
        />
      </Group>
    </Stack>
  );
}
