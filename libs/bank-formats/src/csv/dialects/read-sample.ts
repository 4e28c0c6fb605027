import { formatMoney, type Money } from '@lettrage/money';
import { type FileSummary, readWholeStatementFile, type ReadOptions } from '../../index.js';

export interface SampleRead {
  /** `2026-06-30 -12.50 EUR | name | account | remittance`, with the status in front where it is not booked. */
  readonly lines: readonly string[];
  /** `account opening closing balanced` a statement. */
  readonly statements: readonly string[];
  readonly warnings: readonly string[];
  readonly questions: readonly string[];
  readonly summary: FileSummary;
}

const shown = (money: Money | null): string => (money === null ? '-' : formatMoney(money));

/** Reads a sample and shows what matters of it in lines, so that a test says at a glance what a bank's export means. */
export async function readSample(sample: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<SampleRead> {
  const bytes = typeof sample === 'string' ? new TextEncoder().encode(sample) : sample;
  const { transactions, summary } = await readWholeStatementFile(bytes, { file: 'sample.csv', ...options });
  return {
    lines: transactions.map(({ status, bookingDate, amount, counterpartyName, counterpartyIban, remittance }) => `${status === 'booked' ? '' : `${status} `}${bookingDate} ${shown(amount)} ${amount.currency} | ${counterpartyName ?? ''} | ${counterpartyIban ?? ''} | ${remittance}`),
    statements: summary.statements.map(({ account, openingBalance, closingBalance, balanced }) => `${account ?? '-'} ${shown(openingBalance)} ${shown(closingBalance)} ${balanced}`),
    warnings: summary.warnings.map(({ code }) => code),
    questions: (summary.questions ?? []).map(({ code }) => code),
    summary,
  };
}

export function inUtf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
