import type { CsvAnswers, CsvMapping, CsvQuestion, CsvRole } from '../../api/types.js';

/** What a person has answered so far. `mapping` are the columns as confirmed or corrected. */
export interface CsvDraft {
  dateOrder?: CsvMapping['dateOrder'] | undefined;
  decimalSign?: '.' | ',' | undefined;
  currency?: string | undefined;
  sign?: 'given' | 'exchanged' | undefined;
  mapping?: CsvMapping | undefined;
}

const answeredBy: Readonly<Record<string, keyof CsvDraft | undefined>> = {
  date_order: 'dateOrder',
  decimal_sign: 'decimalSign',
  currency: 'currency',
  sign: 'sign',
  columns: 'mapping',
};

export const dateOrders: readonly CsvMapping['dateOrder'][] = ['dmy', 'mdy', 'ymd'];

export function isAnswered({ code }: Pick<CsvQuestion, 'code'>, draft: CsvDraft): boolean {
  const field = answeredBy[code];
  return field !== undefined && draft[field] !== undefined;
}

/**
 * What is sent for the next reading, or null while a question is open or there is nothing to say. A mapping decides all that it says, so it is never
 * sent before every question has its answer: what nobody answered would be decided by what detection assumed.
 */
export function answersOf(questions: readonly CsvQuestion[], proposed: CsvMapping | null, draft: CsvDraft): CsvAnswers | null {
  if (!questions.every((question) => isAnswered(question, draft))) return null;
  const asked = new Set(questions.map(({ code }) => code));
  const simple: CsvAnswers = {
    ...(asked.has('date_order') ? { dateOrder: draft.dateOrder } : {}),
    ...(asked.has('decimal_sign') ? { decimalSign: draft.decimalSign } : {}),
    ...(asked.has('currency') ? { currency: draft.currency } : {}),
  };
  // Columns that someone has said already, and whose dates could not be read, are said again with the order of the dates.
  const isUnread = questions.some(({ unread }) => unread !== undefined);
  const base = draft.mapping ?? (asked.has('sign') || isUnread ? proposed : null);
  if (base === null) return Object.keys(simple).length > 0 ? simple : null;
  const mapping = { ...base, ...simple };
  return { ...simple, mapping: asked.has('sign') && draft.sign === 'exchanged' ? exchanged(mapping) : mapping };
}

/** The draft with the columns confirmed or corrected. Where that changes what is received and what is spent, an answer about it was about something else, and is asked again. */
export function withMapping(draft: CsvDraft, proposed: CsvMapping | null, mapping: CsvMapping): CsvDraft {
  const before = draft.mapping ?? proposed;
  const directions = (of: CsvMapping) => JSON.stringify([signColumns(of), of.positiveIsDebit]);
  const same = before !== null && directions(before) === directions(mapping);
  return { ...draft, mapping, sign: same ? draft.sign : undefined };
}

/** The same columns with money received and money spent exchanged. */
export function exchanged(mapping: CsvMapping): CsvMapping {
  const { debit, credit } = signColumns(mapping);
  if (debit === -1 || credit === -1) return { ...mapping, positiveIsDebit: !mapping.positiveIsDebit };
  const swap = { debit: 'credit', credit: 'debit' } as const;
  return { ...mapping, columns: mapping.columns.map((column) => (column.role === 'debit' || column.role === 'credit' ? { ...column, role: swap[column.role] } : column)) };
}

/** Where the columns of debits and credits stand; -1 where there is none. */
export function signColumns({ columns }: CsvMapping): { debit: number; credit: number } {
  return { debit: columns.findIndex(({ role }) => role === 'debit'), credit: columns.findIndex(({ role }) => role === 'credit') };
}

/**
 * The mapping with another role for one column. Where that makes it the column of debits, the file's first rows say whether they have a minus there, because
 * nobody could know before.
 */
export function withRole(mapping: CsvMapping, at: number, role: CsvRole, rows: readonly (readonly string[])[]): CsvMapping {
  const columns = mapping.columns.map((column, index) => (index === at ? { ...column, role } : column));
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => /[1-9]/.test(cell));
  const signed = cells.filter((cell) => /^\s*[-\u2212(]|[-\u2212]\s*$/.test(cell)).length;
  return { ...mapping, columns, debitIsSigned: role === 'debit' && cells.length > 0 ? signed * 2 > cells.length : mapping.debitIsSigned };
}

/** Rows whose date could not be read, as the questions name them, each once. */
export function unreadIn(questions: readonly CsvQuestion[]): NonNullable<CsvQuestion['unread']> {
  return questions.flatMap(({ unread }) => unread ?? []).filter(({ record }, at, all) => all.findIndex((other) => other.record === record) === at);
}

/** What the first rows have in a column, for a person to see what it is. */
export function cellsOf(rows: readonly (readonly string[])[], at: number): string[] {
  return [...new Set(rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== ''))].slice(0, 3);
}

/** What a mapping must have before a file can be read by it; null where nothing is missing. */
export function missingIn({ columns }: CsvMapping): 'needsDate' | 'needsAmount' | null {
  const roles = new Set(columns.map(({ role }) => role));
  if (!roles.has('bookingDate') && !roles.has('valueDate')) return 'needsDate';
  return roles.has('amount') || roles.has('debit') || roles.has('credit') ? null : 'needsAmount';
}

/** What a cell of the file becomes under a reading, as the service says it ("03/04/2026 is 2026-04-03"); null where it says something else. */
export function readingOf(text: string): { cell: string; date: string } | { cell: string; amount: string } | null {
  const [, cell, value] = /^(.+) is (\S+)$/.exec(text) ?? [];
  if (cell === undefined || value === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { cell, date: value };
  return /^-?\d+(\.\d+)?$/.test(value) ? { cell, amount: value } : null;
}
