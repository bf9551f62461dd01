import { Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconHourglass,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import type { Decision } from './use-opportunity.js';

type Advice = components['schemas']['AdviceResponse'];
type Rule = components['schemas']['RuleResponse'];

const signs = {
  go: { icon: IconCircleCheck, colour: 'var(--tessera-good)' },
  'only-as-partner': { icon: IconUsers, colour: 'var(--tessera-record)' },
  'only-with-coordinator': { icon: IconUsers, colour: 'var(--tessera-record)' },
  'too-late': { icon: IconHourglass, colour: 'var(--tessera-warn)' },
  'not-eligible': { icon: IconCircleX, colour: 'var(--tessera-bad)' },
  unclear: { icon: IconHelpCircle, colour: 'var(--tessera-warn)' },
} as const;

/** One advice with the rule behind it; what must be there; how hard it is. */
export function ShouldYou({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('opportunities');
  const format = useFormat();
  const regions = useRegions();
  const { advice, asker } = decision;
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="should-you">
      <Stack gap="sm">
        <Title order={2} id="should-you">
          {t('should.title')}
        </Title>
        {advice === null || asker === null ? (
          <Text>{t('should.nobody')}</Text>
        ) : (
          <>
            <AdviceLine
              advice={advice}
              name={asker.name}
              projects={asker.projects}
              coordinated={asker.coordinated}
            />
            {advice.rules.length > 0 && <Rules title={t('should.because')} rules={advice.rules} />}
            {advice.mustHaves.length > 0 && (
              <MustHaves
                advice={advice}
                place={[
                  asker.country === null ? null : format.country(asker.country),
                  asker.nuts === null ? null : regions.nameOf(asker.nuts),
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              />
            )}
          </>
        )}
        <Odds decision={decision} />
      </Stack>
    </Paper>
  );
}

interface AdviceLineProps {
  readonly advice: Advice;
  readonly name: string;
  readonly projects: number;
  readonly coordinated: number;
}

function AdviceLine({ advice, name, projects, coordinated }: AdviceLineProps) {
  const { t } = useTranslation('opportunities');
  const sign = signs[advice.advice as keyof typeof signs];
  const Icon = sign.icon;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Icon size={28} color={sign.colour} aria-hidden style={{ flexShrink: 0 }} />
      <div>
        <Text fw={650} size="lg" c={sign.colour} data-advice={advice.advice}>
          {t(`should.advice.${advice.advice}`)}
        </Text>
        <Text>{t(`should.reason.${advice.because}`, { name, projects, count: coordinated })}</Text>
      </div>
    </Group>
  );
}

function MustHaves({ advice, place }: { readonly advice: Advice; readonly place: string }) {
  const { t } = useTranslation('opportunities');
  const brought = advice.mustHaves.filter(({ result }) => result === 'pass');
  const open = advice.mustHaves.filter(({ result }) => result !== 'pass');
  return (
    <Stack gap="xs">
      {place !== '' && <Text size="sm">{t('should.place', { place })}</Text>}
      {open.length > 0 && <Rules title={t('should.toFind')} rules={open} />}
      {brought.length > 0 && (
        <Rules title={t('should.brought', { count: brought.length })} rules={brought} folded />
      )}
    </Stack>
  );
}

interface RulesProps {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly folded?: boolean;
}

function Rules({ title, rules, folded = false }: RulesProps) {
  return (
    <details open={!folded}>
      <Text component="summary" fw={600} style={{ cursor: 'pointer' }}>
        {title}
      </Text>
      <List spacing="xs" mt="xs" listStyleType="none" p={0}>
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </List>
    </details>
  );
}

const marks = { pass: IconCircleCheck, fail: IconCircleX, 'needs-review': IconAlertTriangle } as const;

function RuleItem({ rule }: { readonly rule: Rule }) {
  const { t, i18n } = useTranslation('opportunities');
  const format = useFormat();
  const language = i18n.language === 'it' ? 'it' : 'en';
  const Mark = marks[rule.result as keyof typeof marks];
  const { document, date, url } = rule.source;
  return (
    <List.Item icon={<Mark size={18} aria-hidden />}>
      <Text size="sm">
        <strong>{t(`should.result.${rule.result}`)}</strong> {rule.text[language]}
      </Text>
      <Text size="xs" c="dimmed">
        {t('should.found', { found: rule.found[language] })}
        {' · '}
        {url === null ? document : <Anchor href={url}>{document}</Anchor>}
        {`, ${format.date(date)}`}
      </Text>
    </List.Item>
  );
}

/** How many succeed, and what it takes; each with its source and date. */
function Odds({ decision: { success, effort } }: { readonly decision: Decision }) {
  const { t } = useTranslation('opportunities');
  const format = useFormat();
  return (
    <Stack gap={4}>
      {success !== null && (
        <Text size="sm">
          {t('should.success', { percent: success.percent })}{' '}
          <Text component="span" size="xs" c="dimmed">
            {success.source.url === null ? (
              success.source.document
            ) : (
              <Anchor href={success.source.url}>{success.source.document}</Anchor>
            )}
            {`, ${format.date(success.source.date)}`}
          </Text>
        </Text>
      )}
      {effort !== null && <Text size="sm">{t('should.effort', { count: effort.pages })}</Text>}
    </Stack>
  );
}
