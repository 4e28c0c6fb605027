import type { RuleChange } from '../../api/types.js';

export type Happening = 'created' | 'changed' | 'switched_on' | 'switched_off' | 'removed';

/** What a change of a rule was: what it says, whether it speaks, or both. */
export function whatHappened({ before, active, rule, removed }: Pick<RuleChange, 'before' | 'active' | 'rule' | 'removed'>): Happening[] {
  if (removed) return ['removed'];
  if (!before) return active ? ['created', 'switched_on'] : ['created'];
  const turned: Happening[] = before.active === active ? [] : [active ? 'switched_on' : 'switched_off'];
  return saysTheSame(before.rule, rule) ? turned : ['changed', ...turned];
}

/** The service gives the fields of a rule in one order. */
export function saysTheSame(one: RuleChange['rule'], other: RuleChange['rule']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
