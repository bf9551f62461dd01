import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { sourceKey } from '../../parts/profile-line/source-key.js';
import { CompetenceForm, type Competence } from './competence-form.js';
import { useSayOwnWord, type CompetenceKind, type Line } from './use-own-profile.js';

interface CompetenceListProps {
  readonly lines: readonly Line[];
  readonly editable: boolean;
}

/** What the organisation can do, line by line: right, change in place, not us; and a line more. */
export function CompetenceList({ lines, editable }: CompetenceListProps) {
  const { t } = useTranslation('profile');
  const [adding, setAdding] = useState(false);
  const say = useSayOwnWord();
  const add = (competence: Competence): void =>
    say.mutate({ added: [competence] }, { onSuccess: () => setAdding(false) });
  return (
    <Stack gap="sm" component="section" aria-labelledby="competences">
      <Group justify="space-between">
        <Title order={2} id="competences">
          {t('competences.title')}
        </Title>
        {editable && !adding && <Button onClick={() => setAdding(true)}>{t('competences.add')}</Button>}
      </Group>
      {adding && (
        <Paper withBorder p="md">
          <CompetenceForm
            competence={null}
            error={say.error}
            waiting={say.isPending}
            onSave={add}
            onCancel={() => setAdding(false)}
          />
        </Paper>
      )}
      {lines.length === 0 && !adding && (
        <EmptyState
          title={t('competences.none.title')}
          why={t('competences.none.why')}
          action={editable && <Button onClick={() => setAdding(true)}>{t('competences.add')}</Button>}
        />
      )}
      {lines.map((line) => (
        <CompetenceLine key={line.ref} line={line} editable={editable} />
      ))}
    </Stack>
  );
}

function CompetenceLine({ line, editable }: { readonly line: Line; readonly editable: boolean }) {
  const { t } = useTranslation('profile');
  const [changing, setChanging] = useState(false);
  const undo = useUndo();
  const say = useSayOwnWord();
  const before = toCompetence(line);
  const restore = (): void => say.mutate({ added: [before] });
  const reject = (): void =>
    say.mutate(
      { decisions: [{ ref: line.ref, verdict: 'not-us' }] },
      { onSuccess: () => undo(t('competences.removed'), restore) },
    );
  const change = ({ statement, ...competence }: Competence): void =>
    say.mutate(
      { decisions: [{ ref: line.ref, verdict: 'changed', text: statement, competence }] },
      { onSuccess: () => setChanging(false) },
    );
  if (changing)
    return (
      <Paper withBorder p="md">
        <CompetenceForm
          competence={before}
          error={say.error}
          waiting={say.isPending}
          onSave={change}
          onCancel={() => setChanging(false)}
        />
      </Paper>
    );
  return (
    <Paper component="article" withBorder p="md">
      <Stack gap="xs">
        <Text>{line.text}</Text>
        <LineFacts line={line} />
        {editable && (
          <Group gap="xs" className="no-print">
            {!line.confirmed && (
              <Button
                size="compact-md"
                variant="light"
                aria-label={`${t('competences.right')}: ${line.text.slice(0, 60)}`}
                onClick={() => say.mutate({ decisions: [{ ref: line.ref, verdict: 'right' }] })}
              >
                {t('competences.right')}
              </Button>
            )}
            <Button
              size="compact-md"
              variant="default"
              aria-label={`${t('competences.change')}: ${line.text.slice(0, 60)}`}
              onClick={() => setChanging(true)}
            >
              {t('competences.change')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              aria-label={`${t('competences.notUs')}: ${line.text.slice(0, 60)}`}
              onClick={reject}
            >
              {t('competences.notUs')}
            </Button>
          </Group>
        )}
        <FormProblem error={say.error} fields={[]} />
      </Stack>
    </Paper>
  );
}

function LineFacts({ line: { competence, source, date, confirmed } }: { readonly line: Line }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { kind, trlFrom, trlTo, basis } = competence ?? {
    kind: null,
    trlFrom: null,
    trlTo: null,
    basis: null,
  };
  const trl =
    trlFrom === null && trlTo === null
      ? null
      : t('competences.trl', { from: trlFrom ?? trlTo, to: trlTo ?? trlFrom });
  const facts = [
    kind === null ? null : t(`kinds.${kind}`),
    trl,
    t(`sources.${sourceKey(source)}`),
    date === null ? null : format.date(date),
  ];
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
          {confirmed ? t('confirmed') : t('unconfirmed')}
        </Badge>
        <Text size="sm" c="dimmed">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </Text>
      </Group>
      {basis !== null && <Text size="sm">{t('competences.basis', { basis })}</Text>}
    </Stack>
  );
}

function toCompetence({ text, competence }: Line): Competence {
  return {
    statement: text.slice(0, 300),
    kind: (competence?.kind ?? null) as CompetenceKind | null,
    trlFrom: competence?.trlFrom ?? null,
    trlTo: competence?.trlTo ?? null,
    basis: competence?.basis ?? null,
  };
}
