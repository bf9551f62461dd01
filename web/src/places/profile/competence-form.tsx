import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { competenceKinds, type CompetenceKind } from './use-own-profile.js';

/** A competence line as its form holds it. */
export interface Competence {
  readonly statement: string;
  readonly kind: CompetenceKind | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly basis: string | null;
}

interface CompetenceFormProps {
  /** null: a new one */
  readonly competence: Competence | null;
  readonly error: unknown;
  readonly waiting: boolean;
  readonly onSave: (competence: Competence) => void;
  readonly onCancel: () => void;
}

const empty: Competence = { statement: '', kind: null, trlFrom: null, trlTo: null, basis: null };
const fields = ['statement', 'kind', 'trlFrom', 'trlTo', 'basis'] as const;

/** One line: what one can do, of which kind, how mature, and what it rests on. */
export function CompetenceForm({ competence, error, waiting, onSave, onCancel }: CompetenceFormProps) {
  const { t } = useTranslation('profile');
  const [line, setLine] = useState(competence ?? empty);
  const [tried, setTried] = useState(false);
  const problems = problemsByField(error, fields);
  const missing = tried && line.statement.trim() === '' ? t('competences.statementMissing') : undefined;
  const mixed =
    line.trlFrom !== null && line.trlTo !== null && line.trlFrom > line.trlTo
      ? t('competences.trlMixed')
      : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const statement = line.statement.trim();
    if (statement !== '' && mixed === undefined)
      onSave({ ...line, statement, basis: line.basis?.trim() ? line.basis.trim() : null });
  };
  const level = (value: string | number): number | null => (value === '' ? null : Number(value));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          label={t('competences.statement')}
          description={t('competences.left', { count: 300 - line.statement.length })}
          required
          autosize
          data-autofocus
          maxLength={300}
          value={line.statement}
          error={missing ?? problems['statement']}
          onChange={(event) => setLine({ ...line, statement: event.currentTarget.value })}
        />
        <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
          <Select
            label={t('competences.kind')}
            clearable
            data={competenceKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            value={line.kind}
            error={problems['kind']}
            onChange={(kind) => setLine({ ...line, kind })}
          />
          <NumberInput
            label={t('competences.trlFrom')}
            min={1}
            max={9}
            value={line.trlFrom ?? ''}
            error={problems['trlFrom']}
            onChange={(value) => setLine({ ...line, trlFrom: level(value) })}
          />
          <NumberInput
            label={t('competences.trlTo')}
            min={1}
            max={9}
            value={line.trlTo ?? ''}
            error={mixed ?? problems['trlTo']}
            onChange={(value) => setLine({ ...line, trlTo: level(value) })}
          />
        </Group>
        <TextInput
          label={t('competences.evidence')}
          description={t('competences.evidenceHint')}
          maxLength={1000}
          value={line.basis ?? ''}
          error={problems['basis']}
          onChange={(event) => setLine({ ...line, basis: event.currentTarget.value })}
        />
        <FormProblem error={error} fields={fields} />
        <Group gap="xs">
          <Button type="submit" loading={waiting}>
            {t('competences.save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('competences.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
