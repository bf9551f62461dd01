import { Button, FileButton, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { problemOf } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { CompetenceFields, type CompetenceDraft } from '../../parts/profile-line/competence-fields.js';
import { competenceKinds, type NewCompetence } from '../../parts/profile-line/line-decision.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { ClaimState } from './use-claim.js';

type Proposal = components['schemas']['ProposalResponse'];

interface AddCompetencesProps {
  readonly token: string;
  readonly claim: ClaimState;
}

const nothing: CompetenceDraft = { statement: '', kind: null, trlFrom: null, trlTo: null };

/** What nobody wrote yet: by hand, or proposed from a text or a document that the person gives. */
export function AddCompetences({ token, claim }: AddCompetencesProps) {
  const { t } = useTranslation('invitation');
  const [draft, setDraft] = useState(nothing);
  const addDraft = (): void => {
    claim.add([{ ...draft, statement: draft.statement.trim() }]);
    setDraft(nothing);
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="add-competences">
      <Title order={2} id="add-competences">
        {t('add.title')}
      </Title>
      {claim.added.length > 0 && (
        <Stack gap="xs" component="ul" p={0} m={0}>
          {claim.added.map((line) => (
            <Paper key={line.statement} withBorder p="sm" component="li" style={{ listStyle: 'none' }}>
              <Group justify="space-between" align="flex-start">
                <Text flex="1 1 16rem">{line.statement}</Text>
                <Button variant="default" onClick={() => claim.takeOut(line)}>
                  {t('add.takeOut')}
                </Button>
              </Group>
            </Paper>
          ))}
        </Stack>
      )}
      <CompetenceFields label={t('add.own')} draft={draft} onChange={setDraft} />
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={draft.statement.trim() === ''}
        onClick={addDraft}
      >
        {t('add.button')}
      </Button>
      <Proposals token={token} claim={claim} />
    </Stack>
  );
}

/** Lines proposed from what the firm says of itself elsewhere, each with its sentence. */
function Proposals({ token, claim }: AddCompetencesProps) {
  const { t } = useTranslation('invitation');
  const [text, setText] = useState('');
  const propose = useMutation({
    mutationFn: (given: string | File): Promise<readonly Proposal[]> =>
      typeof given === 'string' ? fromText(token, given) : fromDocument(token, given),
  });
  const left = propose.data?.filter(({ statement }) =>
    claim.added.every((one) => one.statement !== statement),
  );
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3}>{t('propose.title')}</Title>
        <Text c="dimmed">{t('propose.text')}</Text>
        <Textarea
          label={t('propose.paste')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={60_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            disabled={text.trim().length < 20}
            loading={propose.isPending}
            onClick={() => propose.mutate(text)}
          >
            {t('propose.fromText')}
          </Button>
          <FileButton accept=".pdf,.docx" onChange={(file) => file && propose.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={propose.isPending} {...props}>
                {t('propose.fromDocument')}
              </Button>
            )}
          </FileButton>
        </Group>
        <FormProblem error={propose.error} fields={[]} />
        {left !== undefined && (left.length > 0 || propose.data?.length === 0) && (
          <Text role="status">
            {left.length === 0 ? t('propose.none') : t('propose.found', { count: left.length })}
          </Text>
        )}
        {left?.map((proposal) => (
          <Group key={proposal.statement} justify="space-between" align="flex-start">
            <Stack gap={2} flex="1 1 16rem">
              <Text>{proposal.statement}</Text>
              <Text size="sm" c="dimmed">
                {t('propose.sentence', { sentence: proposal.sentence })}
              </Text>
            </Stack>
            <Button variant="light" onClick={() => claim.add([toLine(proposal)])}>
              {t('propose.take')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

function toLine({ statement, kind, trlFrom, trlTo, sentence }: Proposal): NewCompetence {
  const known = competenceKinds.find((one) => one === kind) ?? null;
  return { statement, kind: known, trlFrom, trlTo, basis: sentence };
}

async function fromText(token: string, text: string): Promise<readonly Proposal[]> {
  const { items } = await answered(api.POST('/api/v1/invitations/proposals', { body: { token, text } }));
  return items;
}

/** A file travels as a form of its own, which the typed client does not make. */
async function fromDocument(token: string, file: File): Promise<readonly Proposal[]> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch('/api/v1/invitations/proposals/document', {
    method: 'POST',
    headers: { 'x-invitation': token },
    body,
  }).catch((cause: unknown) => {
    throw problemOf(0, null, cause);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, answer);
  return (answer as components['schemas']['ProposalListResponse']).items;
}
