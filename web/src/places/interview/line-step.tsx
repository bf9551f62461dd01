import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import type { CompetenceKind } from '../../parts/profile-line/line-decision.js';
import { longestStatement } from '../../parts/profile-line/line-decision.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { LineList } from './line-list.js';
import type { Interview, InterviewDeeds } from './use-interview.js';

interface LineStepProps {
  readonly kind: CompetenceKind;
  readonly interview: Interview;
  readonly deeds: InterviewDeeds;
  /** holds, while something is typed, what writes it down: leaving the question does so first */
  readonly unwritten: RefObject<(() => Promise<unknown>) | null>;
}

const empty = { statement: '', trlFrom: '', trlTo: '' };
const levels = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const fields = ['statement', 'trl', 'trlFrom', 'trlTo'] as const;
/** What has no readiness of its own. */
const withoutLevel: readonly CompetenceKind[] = ['need', 'data', 'end-user-site'];

/** Lines of one kind: those written down, and the next one. */
export function LineStep({ kind, interview, deeds: { write, remove }, unwritten }: LineStepProps) {
  const { t } = useTranslation('interview');
  const { t: common } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const field = useRef<HTMLTextAreaElement>(null);
  const problems = problemsByField(write.error, fields);
  const levelOf = (value: string): number | null => (value === '' ? null : Number(value));
  const save = (): Promise<unknown> =>
    write.mutateAsync({
      id: crypto.randomUUID(),
      statement: draft.statement.trim(),
      kind,
      trlFrom: levelOf(draft.trlFrom),
      trlTo: levelOf(draft.trlTo),
    });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await save();
    setDraft(empty);
    field.current?.focus();
  };
  useEffect(() => {
    unwritten.current = draft.statement.trim() === '' ? null : save;
    return () => {
      unwritten.current = null;
    };
  });
  const options = levels.map((value) => ({ value, label: value === '' ? common('notStated') : value }));
  return (
    <Stack gap="md">
      <LineList
        lines={interview.lines.filter((line) => line.kind === kind)}
        write={write}
        remove={remove}
        label={t(`steps.${kind}.title`)}
      />
      <form onSubmit={(event) => void submit(event).catch(() => undefined)}>
        <Stack gap="sm" align="flex-start">
          <Textarea
            ref={field}
            label={t('line.statement')}
            description={common('line.characters', { count: longestStatement - draft.statement.length })}
            autosize
            minRows={2}
            w="100%"
            maxLength={longestStatement}
            value={draft.statement}
            error={problems['statement']}
            onChange={({ currentTarget: { value } }) =>
              setDraft((before) => ({ ...before, statement: value }))
            }
          />
          {!withoutLevel.includes(kind) && (
            <Group gap="sm" align="flex-end">
              <NativeSelect
                label={common('line.trlFrom')}
                data={options}
                value={draft.trlFrom}
                error={problems['trl'] ?? problems['trlFrom']}
                onChange={({ currentTarget: { value } }) =>
                  setDraft((before) => ({ ...before, trlFrom: value }))
                }
              />
              <NativeSelect
                label={common('line.trlTo')}
                data={options}
                value={draft.trlTo}
                error={problems['trlTo']}
                onChange={({ currentTarget: { value } }) =>
                  setDraft((before) => ({ ...before, trlTo: value }))
                }
              />
            </Group>
          )}
          <FormProblem error={write.error ?? remove.error} fields={fields} />
          <Button
            type="submit"
            variant="light"
            loading={write.isPending}
            disabled={draft.statement.trim() === ''}
          >
            {t('line.add')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
