import { describe, expect, it } from '@jest/globals';
import type { RuleBody } from '../../api/types.js';
import { whatHappened } from './what-happened.js';

const rule = (label: string): RuleBody => ({ kind: 'not_an_invoice', match: { payerName: 'stripe' }, label });
const change = (before: { active: boolean; label?: string } | null, active: boolean, more: { removed?: boolean; label?: string } = {}) =>
  whatHappened({ before: before && { active: before.active, rule: rule(before.label ?? 'payout') }, active, rule: rule(more.label ?? 'payout'), removed: more.removed ?? false });

describe('what happened to a rule', () => {
  it.each([
    ['written', change(null, false), ['created']],
    ['written and switched on', change(null, true), ['created', 'switched_on']],
    ['switched on', change({ active: false }, true), ['switched_on']],
    ['switched off', change({ active: true }, false), ['switched_off']],
    ['changed', change({ active: true }, true, { label: 'fees' }), ['changed']],
    ['changed and switched off', change({ active: true }, false, { label: 'fees' }), ['changed', 'switched_off']],
    ['deleted while it was on', change({ active: true }, false, { removed: true }), ['removed']],
    ['kept as it was', change({ active: true }, true), []],
  ])('it was %s', (_, happened, expected) => expect(happened).toEqual(expected));
});
