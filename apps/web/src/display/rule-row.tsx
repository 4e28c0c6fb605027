import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './rows.module.css';

/** A rule in a list: its words, what is said below them, and beside them what happened to it or what can be done. */
export function RuleRow({ words, below, children }: { words: string; below: ReactNode; children: ReactNode }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {words}
        </Text>
        {below}
      </div>
      {children}
    </li>
  );
}
