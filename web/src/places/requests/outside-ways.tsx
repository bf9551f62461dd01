import { Anchor, Button, CopyButton, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import type { Request } from './use-requests.js';

/** Who is asked: a member of ours, one of another cluster that is shown by name, or whoever of those is masked. */
type Introducer = { organisation: string } | { mask: string | null } | { introducer: true };

/** Ways to an organisation that is no member: who can introduce, a mail to send oneself, a guest's link. */
export function OutsideWays({ request }: { readonly request: Request }) {
  const { t, i18n } = useTranslation('requests');
  const navigate = useNavigate();
  const staff = hasRole(useMe(), ['officer']);
  const organisation = request.recipient.organisation ?? '';
  const ways = useQuery({
    queryKey: ['outside', organisation],
    enabled: organisation !== '',
    queryFn: () =>
      answered(api.GET('/api/v1/outside/{organisation}', { params: { path: { organisation } } })),
  });
  const introduce = useMutation({
    mutationFn: (introducer: Introducer) =>
      answered(
        api.POST('/api/v1/introductions', {
          body: {
            ...introducer,
            purpose: 'introduce',
            about: organisation,
            opportunity: request.opportunity,
            subject: request.subject,
            role: request.role,
            language: i18n.language === 'it' ? 'it' : 'en',
          },
        }),
      ),
    onSuccess: ({ id }) => void navigate({ to: `/introductions/${id}` }),
  });
  const text = request.parts.map((part) => part.text).join('\n\n');
  const mail = `mailto:?subject=${encodeURIComponent(request.subject)}&body=${encodeURIComponent(text)}`;
  return (
    <Stack gap="sm" component="section" aria-labelledby="outside">
      <Title order={2} id="outside">
        {t('outside.title')}
      </Title>
      <Text maw="44rem">{t('outside.why')}</Text>
      <QueryState query={ways}>
        {({ introducers, masked, url }) => (
          <Paper withBorder p="md">
            <Stack gap="sm" align="flex-start">
              <Title order={3}>{t('outside.introducers')}</Title>
              {introducers.length === 0 && !masked && <Text>{t('outside.nobody')}</Text>}
              {introducers.length > 0 && (
                <List spacing="xs">
                  {introducers.map(({ organisation: id, mask, name, acronym, year }) => (
                    <List.Item key={id ?? mask}>
                      {`${name} · ${acronym}${year === null ? '' : ` (${year})`} `}
                      <Button
                        size="compact-sm"
                        variant="light"
                        loading={introduce.isPending}
                        aria-label={t('outside.introduceOne', { name })}
                        onClick={() => introduce.mutate(id === null ? { mask } : { organisation: id })}
                      >
                        {t('outside.introduce')}
                      </Button>
                    </List.Item>
                  ))}
                </List>
              )}
              {masked && (
                <Group gap="sm">
                  <Text>{t('outside.sisters')}</Text>
                  <Button
                    size="compact-sm"
                    variant="light"
                    loading={introduce.isPending}
                    onClick={() => introduce.mutate({ introducer: true })}
                  >
                    {t('outside.introduceMasked')}
                  </Button>
                </Group>
              )}
              <FormProblem error={introduce.error} fields={[]} />
              <Title order={3}>{t('outside.mail')}</Title>
              <Text>{t('outside.mailWhy')}</Text>
              <Group gap="sm">
                <Button component="a" href={mail} variant="default">
                  {t('outside.openMail')}
                </Button>
                <CopyButton value={text}>
                  {({ copied, copy }) => (
                    <Button variant="default" onClick={copy}>
                      {copied ? t('outside.copied') : t('outside.copy')}
                    </Button>
                  )}
                </CopyButton>
                {url !== null && /^https?:\/\//.test(url) && (
                  <Anchor href={url} rel="noreferrer noopener">
                    {t('outside.site')}
                  </Anchor>
                )}
              </Group>
              {staff && (
                <Anchor
                  component={Link}
                  to="/introductions/new"
                  search={{ call: request.opportunity ?? undefined } as never}
                >
                  {t('outside.guest')}
                </Anchor>
              )}
            </Stack>
          </Paper>
        )}
      </QueryState>
    </Stack>
  );
}
