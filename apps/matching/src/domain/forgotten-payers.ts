import { type SettledTransaction } from '@lettrage/matching-engine';

export type PayerKind = 'name' | 'iban';

/** By customer: the keys that the engine shall not connect with it. */
export type ForgottenPayers = ReadonlyMap<string, ReadonlySet<string>>;

/** One key for every way to write a name (capitals, accents, punctuation, order of words) or an IBAN. */
export function payerKey(kind: PayerKind, value: string): string {
  const plain = value.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toUpperCase();
  if (kind === 'iban') return `iban:${plain.replace(/[^A-Z0-9]/g, '')}`;
  return `name:${plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').sort().join(' ')}`;
}

/** Lessons as the engine may hear them: of a forgotten name or IBAN it hears the rest of the payment, but not who it came from. */
export function withoutForgotten(lessons: readonly SettledTransaction[], forgotten: ForgottenPayers): readonly SettledTransaction[] {
  if (forgotten.size === 0) return lessons;
  return lessons.map((lesson) => {
    const keys = lesson.customerId === null ? undefined : forgotten.get(lesson.customerId);
    if (!keys) return lesson;
    const isForgotten = (kind: PayerKind, value: string | null) => value !== null && keys.has(payerKey(kind, value));
    return {
      ...lesson,
      counterpartyName: isForgotten('name', lesson.counterpartyName) ? null : lesson.counterpartyName,
      counterpartyIban: isForgotten('iban', lesson.counterpartyIban) ? null : lesson.counterpartyIban,
    };
  });
}
