import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { boardDeeds, type SeatChange } from './board-deeds.js';
import { changedFields } from './changed-fields.js';
import { participations } from './participations.js';
import { StaleNote } from './stale-note.js';
import type { Board, Participation, Seat } from './use-board.js';

interface SeatFormProps {
  readonly board: Board;
  /** as it stands now: a colleague may have changed it since the form was opened */
  readonly seat: Seat;
  readonly onDone: () => void;
}

const editable = ({ participation, required, needs, effortMonths, budgetShare, note }: Seat) => ({
  participation,
  required,
  needs,
  effortMonths,
  budgetShare,
  note,
});
type Fields = ReturnType<typeof editable>;

/** The facts of a seat; what is not stated stays empty. */
export function SeatForm({ board, seat, onDone }: SeatFormProps) {
  const { t } = useTranslation('boards');
  const client = useQueryClient();
  const [read, setRead] = useState(seat);
  const [fields, setFields] = useState(() => editable(seat));
  const set = (changed: Partial<Fields>): void => setFields((before) => ({ ...before, ...changed }));
  const save = useMutation({
    mutationFn: () =>
      boardDeeds(board.id).changeSeat(read, changedFields(editable(read), fields) as SeatChange),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['boards', board.id] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const theirs = useTheirs(board, read, seat);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {theirs.length > 0 && (
          <StaleNote
            theirs={theirs}
            onGoOn={() => {
              // what they changed and one did not touch oneself is taken over
              setFields((mine) => ({ ...editable(seat), ...changedFields(editable(read), mine) }));
              setRead(seat);
              save.reset();
            }}
          />
        )}
        <SeatPlace seat={seat} />
        <NativeSelect
          label={t('seat.participation')}
          value={fields.participation}
          onChange={({ currentTarget: { value } }) => set({ participation: value as Participation })}
          data={participations.map((value) => ({ value, label: t(`participations.${value}`) }))}
          description={fields.participation === 'facilitator' ? t('seat.facilitator') : undefined}
        />
        <Checkbox
          label={t('seat.required')}
          description={t('seat.requiredHint')}
          checked={fields.required}
          onChange={({ currentTarget: { checked } }) => set({ required: checked })}
        />
        <Checkbox.Group
          label={t('seat.needs')}
          description={board.needs.length === 0 ? t('needs.none') : undefined}
          value={fields.needs}
          onChange={(needs) => set({ needs })}
        >
          <Stack gap={6} mt={6}>
            {board.needs.map((need) => (
              <Checkbox
                key={need.id}
                value={need.id}
                label={t(`roles.${need.role}`)}
                description={need.text}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group grow align="flex-start">
          <NumberInput
            label={t('seat.effort')}
            min={0}
            max={10_000}
            value={fields.effortMonths ?? ''}
            onChange={(value) => set({ effortMonths: value === '' ? null : Number(value) })}
          />
          <NumberInput
            label={t('seat.budget')}
            min={0}
            max={100}
            value={fields.budgetShare ?? ''}
            onChange={(value) => set({ budgetShare: value === '' ? null : Number(value) })}
          />
        </Group>
        <Textarea
          label={t('seat.note')}
          description={t('seat.noteHint')}
          maxLength={2_000}
          autosize
          minRows={2}
          maxRows={10}
          value={fields.note ?? ''}
          onChange={({ currentTarget: { value } }) => set({ note: value === '' ? null : value })}
        />
        <FormProblem error={save.error} fields={[]} />
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

function SeatPlace({ seat: { organisation } }: { readonly seat: Seat }) {
  const { t } = useTranslation('boards');
  const format = useFormat();
  const regions = useRegions();
  if (organisation === null) return <Text size="sm">{t('seat.openHint')}</Text>;
  const { country, nuts, pic } = organisation;
  return (
    <Text size="sm">
      {[
        format.country(country),
        nuts === null ? null : regions.nameOf(nuts),
        pic === null ? t('seat.noPic') : `PIC ${pic}`,
      ]
        .filter((part) => part !== null)
        .join(' · ')}
    </Text>
  );
}

/** What a colleague changed since the form was opened, in words. */
function useTheirs(board: Board, read: Seat, now: Seat): readonly (readonly [string, string])[] {
  const { t } = useTranslation('boards');
  const format = useFormat();
  if (read.version === now.version) return [];
  const changed = changedFields(
    { ...editable(read), state: read.state },
    { ...editable(now), state: now.state },
  );
  const roles = board.needs.filter(({ id }) => now.needs.includes(id)).map(({ role }) => t(`roles.${role}`));
  const said = {
    participation: [t('seat.participation'), t(`participations.${now.participation}`)],
    required: [t('seat.required'), t(now.required ? 'seat.isRequired' : 'seat.spare')],
    needs: [t('seat.needs'), format.list(roles)],
    effortMonths: [t('seat.effort'), format.number(now.effortMonths)],
    budgetShare: [t('seat.budget'), format.number(now.budgetShare)],
    note: [t('seat.note'), now.note ?? format.number(null)],
    state: [t('list.state'), t(`seatStates.${now.state}`)],
  } as const;
  return (Object.keys(changed) as (keyof typeof said)[]).map((key) => said[key]);
}
