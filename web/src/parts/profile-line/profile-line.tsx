import { Badge, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sourceKey } from './source-key.js';

import { useFormat } from '../format/use-format.js';
import { CompetenceFields } from './competence-fields.js';
import { competenceKinds, type Decision, type Line, type Verdict } from './line-decision.js';
import { useLineText } from './line-text.js';

interface ProfileLineProps {
  readonly line: Line;
  /** what was said of it so far */
  readonly decision: Decision | undefined;
  /** undefined takes back what was said */
  readonly onDecide: (decision: Decision | undefined) => void;
}

const verdicts: readonly Verdict[] = ['right', 'changed', 'not-us'];

/** One thing that is said of an organisation, with who says so and since when: right, change, not us. */
export function ProfileLine({ line, decision, onDecide }: ProfileLineProps) {
  const { t } = useTranslation();
  const text = useLineText()(line);
  const label = line.field === null ? undefined : t(`line.field.${line.field}`);
  const offered = verdicts.filter(
    (verdict) =>
      !(verdict === 'changed' && line.group === 'projects') &&
      !(verdict === 'not-us' && line.field === 'legalName'),
  );
  const press = (verdict: Verdict): void =>
    onDecide(decision?.verdict === verdict ? undefined : begun(line, verdict));
  return (
    <Paper withBorder p="sm" component="li" style={{ listStyle: 'none' }}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={2} flex="1 1 16rem" miw={0}>
            {label !== undefined && (
              <Text size="sm" c="dimmed">
                {label}
              </Text>
            )}
            <Text
              style={{ overflowWrap: 'anywhere' }}
              {...(decision?.verdict === 'not-us' ? { td: 'line-through' } : {})}
            >
              {text}
            </Text>
            <Origin line={line} />
          </Stack>
          <div role="group" aria-label={t('line.decide', { what: label ?? text })}>
            <Button.Group>
              {offered.map((verdict) => (
                <Button
                  key={verdict}
                  size="compact-md"
                  mih={32}
                  px={8}
                  style={{ flexShrink: 0 }}
                  variant={decision?.verdict === verdict ? 'filled' : 'default'}
                  aria-pressed={decision?.verdict === verdict}
                  onClick={() => press(verdict)}
                >
                  {t(`line.verdict.${verdict}`)}
                </Button>
              ))}
            </Button.Group>
          </div>
        </Group>
        {decision?.verdict === 'changed' && (
          <Rewrite line={line} decision={decision} onDecide={onDecide} label={label} />
        )}
      </Stack>
    </Paper>
  );
}

/** Who says so and when, and whether the organisation said so itself. */
function Origin({ line: { source, date, confirmed, competence } }: { readonly line: Line }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = competenceKinds.find((one) => one === competence?.kind);
  const known = sources.find((one) => one === sourceKey(source));
  const levels = [competence?.trlFrom, competence?.trlTo].filter((level) => typeof level === 'number');
  return (
    <Group gap="xs">
      {kind !== undefined && <Badge variant="light">{t(`line.kind.${kind}`)}</Badge>}
      {levels.length > 0 && (
        <Text size="sm" c="dimmed">
          TRL {[...new Set(levels)].join('–')}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('line.origin', {
          source: known === undefined ? source : t(`line.source.${known}`),
          date: format.date(date),
        })}
      </Text>
      {!confirmed && (
        <Text size="sm" c="dimmed">
          {t('line.notConfirmed')}
        </Text>
      )}
    </Group>
  );
}

const sources = ['members', 'cordis', 'demo', 'self', 'interview'] as const;

interface RewriteProps extends Omit<ProfileLineProps, 'decision'> {
  readonly decision: Decision;
  readonly label: string | undefined;
}

/** What is right instead. */
function Rewrite({ line, decision, onDecide, label }: RewriteProps) {
  const { t } = useTranslation();
  if (line.competence === null)
    return (
      <Textarea
        label={t('line.instead', { what: label ?? t('line.text') })}
        description={line.field !== null && hinted(line.field) ? t(`line.hint.${line.field}`) : undefined}
        autosize
        value={decision.text ?? ''}
        onChange={(event) => onDecide({ ...decision, text: event.currentTarget.value })}
      />
    );
  const { kind = null, trlFrom = null, trlTo = null } = decision.competence ?? {};
  return (
    <CompetenceFields
      label={t('line.instead', { what: t('line.competence') })}
      draft={{ statement: decision.text ?? '', kind, trlFrom, trlTo }}
      onChange={({ statement, ...details }) =>
        onDecide({
          ...decision,
          text: statement,
          competence: {
            ...details,
            ...(decision.competence?.basis ? { basis: decision.competence.basis } : {}),
          },
        })
      }
    />
  );
}

const hintedFields = ['country', 'type', 'sme', 'languages', 'nuts', 'ecosystems'] as const;
const hinted = (field: string): field is (typeof hintedFields)[number] =>
  hintedFields.some((one) => one === field);

/** Changing starts from what stands there. */
function begun({ ref, text, competence }: Line, verdict: Verdict): Decision {
  if (verdict !== 'changed') return { ref, verdict };
  if (competence === null) return { ref, verdict, text };
  const { trlFrom, trlTo, basis } = competence;
  const kind = competenceKinds.find((one) => one === competence.kind) ?? null;
  return { ref, verdict, text, competence: { kind, trlFrom, trlTo, ...(basis === null ? {} : { basis }) } };
}
