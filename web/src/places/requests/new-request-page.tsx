import { Button, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';

const purposes = ['partner', 'join'] as const;

/** Says what is asked of whom; the request is then written from the record. */
export function NewRequestPage() {
  const { t, i18n } = useTranslation('requests');
  const { organisation, mask, call, seat } = useSearch({ from: '/introductions/new' });
  const navigate = useNavigate();
  const staff = hasRole(useMe(), ['officer']);
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('partner');
  const [role, setRole] = useState('');
  const [subject, setSubject] = useState('');
  const [guest, setGuest] = useState({ name: '', email: '' });
  const isGuest = organisation === undefined && mask === undefined;
  const about = useQuery({
    queryKey: ['organisation', organisation],
    enabled: organisation !== undefined,
    queryFn: () =>
      answered(
        api.GET('/api/v1/organisations/{reference}', { params: { path: { reference: organisation ?? '' } } }),
      ),
  });
  const draft = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/introductions', {
          body: {
            ...(isGuest ? { guest } : { organisation: organisation ?? null, mask: mask ?? null }),
            purpose,
            role: role === '' ? null : role,
            opportunity: call ?? null,
            subject: subject === '' ? null : subject,
            seat: seat ?? null,
            language: i18n.language === 'it' ? 'it' : 'en',
          },
        }),
      ),
    onSuccess: ({ id }) => void navigate({ to: `/introductions/${id}` }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    draft.mutate();
  };
  if (isGuest && !staff)
    return (
      <Page title={t('new.title')}>
        <EmptyState title={t('new.nobody')} why={t('new.nobodyWhy')} />
      </Page>
    );
  return (
    <Page
      title={t('new.title')}
      lead={isGuest ? t('new.guestLead') : (about.data?.legalName ?? t('new.lead'))}
    >
      <Paper component="form" withBorder p="md" maw="44rem" onSubmit={submit}>
        <Stack gap="sm" align="flex-start">
          {isGuest && (
            <>
              <TextInput
                w="100%"
                required
                maxLength={200}
                label={t('new.guestName')}
                value={guest.name}
                onChange={({ currentTarget: { value } }) =>
                  setGuest((before) => ({ ...before, name: value }))
                }
              />
              <TextInput
                w="100%"
                required
                type="email"
                label={t('new.guestEmail')}
                description={t('new.guestHint')}
                value={guest.email}
                onChange={({ currentTarget: { value } }) =>
                  setGuest((before) => ({ ...before, email: value }))
                }
              />
            </>
          )}
          <NativeSelect
            label={t('new.purpose')}
            value={purpose}
            onChange={({ currentTarget: { value } }) => setPurpose(value === 'join' ? 'join' : 'partner')}
            data={purposes.map((one) => ({ value: one, label: t(`purposes.${one}`) }))}
          />
          {call === undefined && seat === undefined && (
            <TextInput
              w="100%"
              required
              maxLength={300}
              label={t('new.subject')}
              value={subject}
              onChange={({ currentTarget: { value } }) => setSubject(value)}
            />
          )}
          <TextInput
            w="100%"
            maxLength={200}
            label={t('new.role')}
            description={t('new.roleHint')}
            value={role}
            onChange={({ currentTarget: { value } }) => setRole(value)}
          />
          <FormProblem error={draft.error} fields={[]} />
          <Button type="submit" loading={draft.isPending}>
            {t('new.write')}
          </Button>
        </Stack>
      </Paper>
    </Page>
  );
}
