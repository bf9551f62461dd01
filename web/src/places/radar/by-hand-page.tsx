import { Alert, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { HandCallForm } from './hand-call-form.js';
import { HandCallList } from './hand-call-list.js';
import { bodyOf, emptyForm, formOf, proposedForm, type HandForm } from './hand-form.js';
import { useProposals, useSaveHandCall, type HandCall, type ProposedCall } from './use-hand-calls.js';

/** Shorter texts say nothing of a call. */
const shortest = 20;

/** A pilot, a window or a cascade call that no source lists: from four fields, or from a pasted text. */
export function ByHandPage() {
  const { t } = useTranslation('radar');
  const [form, setForm] = useState<HandForm>(emptyForm);
  const [proposed, setProposed] = useState<ProposedCall | null>(null);
  const [edited, setEdited] = useState<HandCall | null>(null);
  const [saved, setSaved] = useState<HandCall | null>(null);
  const save = useSaveHandCall(edited?.id ?? null);
  const clear = (): void => {
    setForm(emptyForm);
    setProposed(null);
    setEdited(null);
    save.reset();
  };
  const submit = (): void =>
    save.mutate(bodyOf(form), {
      onSuccess: (call) => {
        clear();
        setSaved(call);
        window.scrollTo({ top: 0 });
      },
    });
  const edit = (call: HandCall): void => {
    clear();
    setSaved(null);
    setEdited(call);
    setForm(formOf(call));
    window.scrollTo({ top: 0 });
  };
  return (
    <Page title={t('hand.page')} lead={t('hand.lead')}>
      <AnchorLink to="/radar">{t('call.back')}</AnchorLink>
      {saved !== null && <Saved call={saved} />}
      {edited === null && (
        <FromText
          onRead={(found, text) => {
            setSaved(null);
            setProposed(found);
            setForm((before) => proposedForm(before, found, text));
          }}
        />
      )}
      <Paper withBorder p="lg">
        <Stack gap="sm">
          <Title order={2}>
            {edited === null ? t('hand.form') : t('hand.editing', { title: edited.title })}
          </Title>
          <HandCallForm
            form={form}
            proposed={proposed}
            isNew={edited === null}
            isSaving={save.isPending}
            error={save.error}
            onChange={setForm}
            onSave={submit}
            onCancel={edited === null ? null : clear}
          />
        </Stack>
      </Paper>
      <HandCallList onEdit={edit} />
    </Page>
  );
}

function FromText({ onRead }: { readonly onRead: (found: ProposedCall, text: string) => void }) {
  const { t } = useTranslation('radar');
  const [text, setText] = useState('');
  const read = useProposals();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    read.mutate(text, { onSuccess: (found) => onRead(found, text) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw="44rem">
        <Textarea
          label={t('hand.paste')}
          description={t('hand.pasteWhy')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={30_000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <FormProblem error={read.error} fields={[]} />
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={read.isPending}
            disabled={text.trim().length < shortest}
          >
            {t('hand.read')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Where to go on: who fits is known at once, the radar's figures follow. */
function Saved({ call }: { readonly call: HandCall }) {
  const { t } = useTranslation('radar');
  return (
    <Alert role="status" title={t('hand.saved', { title: call.title })} style={{ overflowWrap: 'anywhere' }}>
      <Stack gap="xs">
        <Text size="sm">{t('hand.savedNext')}</Text>
        <AnchorLink to="/opportunities/$reference" params={{ reference: call.identifier }} fw={600}>
          {t('hand.whoFits')}
        </AnchorLink>
      </Stack>
    </Alert>
  );
}
