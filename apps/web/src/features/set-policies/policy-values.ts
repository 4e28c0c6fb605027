import type { AllocationPolicy } from '../../api/types.js';
import { readAmount } from '../../money/read-amount.js';

/** A policy as it was typed; the target is a percentage. */
export interface PolicyValues {
  automatic: boolean;
  target: string;
  referenceOnly: boolean;
  largest: string;
}
export type PolicyFault = 'target' | 'amount';

/** An amount here is in whatever currency the receipt has; finer than cents is not asked for. */
const decimals = 2;

export function policyValues(policy: AllocationPolicy): PolicyValues {
  return { automatic: policy.automatic, target: percentText(policy.targetPrecision), referenceOnly: policy.referenceOnly, largest: policy.largestUnattended ?? '' };
}

/** What is wrong, field by field; empty when `policyOf` can be called. */
export function policyFaults({ target, largest }: PolicyValues): Partial<Record<keyof PolicyValues, PolicyFault>> {
  const faults: Partial<Record<keyof PolicyValues, PolicyFault>> = {};
  const share = shareOf(target);
  if (target.trim() && (share === null || share < 0.5 || share > 0.9999)) faults.target = 'target';
  const amount = readAmount(largest, decimals);
  if (largest.trim() && (amount === null || amount.startsWith('-'))) faults.largest = 'amount';
  return faults;
}

/** The policy to send; only for values without faults. */
export function policyOf({ automatic, target, referenceOnly, largest }: PolicyValues): AllocationPolicy {
  return { automatic, targetPrecision: target.trim() ? shareOf(target) : null, referenceOnly, largestUnattended: largest.trim() ? readAmount(largest, decimals) : null };
}

/** "99,9" or "99.9 %" as 0.999: the number is read from its digits, so that no division rounds it. */
function shareOf(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(`${text}e-2`) : null;
}

/** 0.999 as "99.9". */
function percentText(share: number | null): string {
  return share === null ? '' : String(Number(`${share}e2`));
}
