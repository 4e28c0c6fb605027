import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import classes from './mark.module.css';

export type Tone = 'good' | 'fair' | 'doubtful' | 'bad' | 'quiet';

/** A short word with a colour, and a sign where the colour alone would say something. */
export function Mark({ tone, icon, title, children }: { tone: Tone; icon?: IconName; title?: string; children: ReactNode }) {
  return (
    <span className={`${classes.mark} ${classes[tone]}`} title={title}>
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
    </span>
  );
}
