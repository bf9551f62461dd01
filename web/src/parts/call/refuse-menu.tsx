import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why something is not for us, as the service knows it. */
export const refusals = [
  'wrong-topic',
  'wrong-role',
  'wrong-size',
  'too-early-or-late',
  'wrong-partner',
  'other',
] as const;
export type Refusal = (typeof refusals)[number];

interface RefuseMenuProps {
  readonly title: string;
  readonly onRefuse: (reason: Refusal) => void;
}

/** "Not for us": one tap for why, and it is gone. */
export function RefuseMenu({ title, onRefuse }: RefuseMenuProps) {
  const { t } = useTranslation('calls');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-md" aria-label={`${t('refuse.button')}: ${title}`}>
          {t('refuse.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('refuse.why')}</Menu.Label>
        {refusals.map((reason) => (
          <Menu.Item key={reason} onClick={() => onRefuse(reason)}>
            {t(`refuse.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
