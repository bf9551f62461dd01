import { Button, Chip, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFragment } from '../../parts/link/use-fragment.js';
import { Page } from '../../parts/page.js';
import { competenceKinds, type Decision, type Line } from '../../parts/profile-line/line-decision.js';
import { ProfileLine } from '../../parts/profile-line/profile-line.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { projectRoles, type InterviewLine, type ProjectRole } from './use-interview.js';

type Linked = components['schemas']['LinkedInterviewResponse'];

/** "Right", "Change" and "Not us" from the mail: shows what was written down, and takes the answer when it is sent. */
export function AnswerPage() {
  const { t } = useTranslation('interview');
  const [token = '', line = '', verdict = ''] = useFragment().split('.');
  const linked = useQuery({
    queryKey: ['interview-answer', token],
    enabled: token !== '',
    queryFn: () => answered(api.POST('/api/v1/interview-answers/open', { body: { token } })),
  });
  if (token === '')
    return (
      <Page title={t('answer.title')}>
        <EmptyState title={t('answer.useless')} why={t('answer.uselessWhy')} />
      </Page>
    );
  return (
    <Page title={t('answer.title')} lead={t('answer.lead')}>
      <QueryState query={linked}>
        {(data) => <Lines key={data.answeredAt} linked={data} token={token} pressed={{ line, verdict }} />}
      </QueryState>
    </Page>
  );
}

interface LinesProps {
  readonly linked: Linked;
  readonly token: string;
  /** what was pressed in the mail: chosen already, and not sent */
  readonly pressed: { readonly line: string; readonly verdict: string };
}

function Lines({ linked, token, pressed }: LinesProps) {
  const { t, i18n } = useTranslation('interview');
  const client = useQueryClient();
  const open = linked.lines.filter(({ verdict }) => verdict === 'open');
  const [decisions, setDecisions] = useState(() => chosenInMail(open, pressed));
  const [roles, setRoles] = useState<readonly ProjectRole[]>(
    projectRoles.filter((role) => linked.roles.includes(role)),
  );
  const asksRoles = linked.roles.length > 0 && linked.answeredAt === null;
  const send = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/interview-answers', {
          body: { token, decisions: [...decisions.values()], ...(asksRoles ? { roles: [...roles] } : {}) },
        }),
      ),
    onSuccess: (data) => client.setQueryData(['interview-answer', token], data),
  });
  const decide = (ref: string, decision: Decision | undefined): void =>
    setDecisions((before) => {
      const after = new Map(before);
      if (decision) after.set(ref, decision);
      else after.delete(ref);
      return after;
    });
  const cluster = i18n.language === 'it' ? linked.clusterNameIt : linked.clusterNameEn;
  return (
    <Stack gap="lg">
      <Text>{t('answer.about', { cluster, organisation: linked.organisation })}</Text>
      {linked.answeredAt !== null && (
        <Text role="status">
          {t(open.length === 0 ? 'answer.allTaken' : 'answer.taken', { count: open.length })}
        </Text>
      )}
      <Stack gap="xs" component="ul" p={0} m={0}>
        {linked.lines.map((line) =>
          line.verdict === 'open' ? (
            <ProfileLine
              key={line.id}
              line={toLine(line)}
              decision={decisions.get(`evidence:${line.id}`)}
              onDecide={(decision) => decide(`evidence:${line.id}`, decision)}
            />
          ) : (
            <Paper key={line.id} withBorder p="sm" component="li" style={{ listStyle: 'none' }}>
              <Text
                style={{ overflowWrap: 'anywhere' }}
                {...(line.verdict === 'refused' ? { td: 'line-through' } : {})}
              >
                {line.statement}
              </Text>
              <Text size="sm" c="dimmed">
                {t(line.verdict === 'right' ? 'answer.right' : 'answer.refused')}
              </Text>
            </Paper>
          ),
        )}
      </Stack>
      {asksRoles && (
        <Stack gap="xs">
          <Title order={2}>{t('answer.roles')}</Title>
          <Chip.Group
            multiple
            value={[...roles]}
            onChange={(chosen) => setRoles(projectRoles.filter((role) => chosen.includes(role)))}
          >
            <Group gap="xs">
              {projectRoles.map((role) => (
                <Chip key={role} value={role} variant="outline">
                  {t(`roles.${role}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Stack>
      )}
      {(open.length > 0 || asksRoles) && (
        <Paper withBorder p="md">
          <Stack gap="sm" align="flex-start">
            <Text>{t('answer.sendText', { count: decisions.size })}</Text>
            <FormProblem error={send.error} fields={[]} />
            <Button
              loading={send.isPending}
              disabled={decisions.size === 0 && !asksRoles}
              onClick={() => send.mutate()}
            >
              {t('answer.send')}
            </Button>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

const toLine = ({ id, statement, date, kind, trlFrom, trlTo, basis }: InterviewLine): Line => ({
  ref: `evidence:${id}`,
  group: 'competences',
  field: null,
  text: statement,
  source: 'interview',
  date,
  confirmed: false,
  competence: { kind, trlFrom, trlTo, basis },
});

function chosenInMail(
  open: readonly InterviewLine[],
  { line, verdict }: LinesProps['pressed'],
): ReadonlyMap<string, Decision> {
  const about = open.find(({ id }) => id === line);
  const said = (['right', 'changed', 'not-us'] as const).find((one) => one === verdict);
  if (!about || said === undefined) return new Map();
  const ref = `evidence:${about.id}`;
  if (said !== 'changed') return new Map([[ref, { ref, verdict: said }]]);
  const { statement, trlFrom, trlTo, basis } = about;
  const kind = competenceKinds.find((one) => one === about.kind) ?? null;
  const competence = { kind, trlFrom, trlTo, ...(basis === null ? {} : { basis }) };
  return new Map([[ref, { ref, verdict: said, text: statement, competence }]]);
}
