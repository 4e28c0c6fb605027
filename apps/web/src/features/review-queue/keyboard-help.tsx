import { Group, Kbd, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './queue.module.css';

const keys = [
  ['move', ['J', 'K']],
  ['confirm', ['↵']],
  ['choose', ['1', '5']],
  ['allocate', ['S']],
  ['setAside', ['E']],
  ['undo', ['Ctrl Z']],
  ['find', ['F']],
] as const;

export function KeyboardHelp() {
  const { t } = useTranslation();
  return (
    <Group component="ul" gap="xs" className={classes.keys} aria-label={t('queue.keys')}>
      {keys.map(([name, pressed]) => (
        <Text component="li" key={name} size="xs" c="dimmed">
          {pressed.map((key) => (
            <Kbd key={key} size="xs" mr={3}>
              {key}
            </Kbd>
          ))}
          {t(`queue.keysHelp.${name}`)}
        </Text>
      ))}
    </Group>
  );
}
