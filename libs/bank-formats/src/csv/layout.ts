import type { CsvAnswers } from './csv-mapping.js';
import type { CsvProfile } from './csv-profile.js';
import type { Role } from './column-roles.js';
import { balanceSteps } from './balance-evidence.js';
import { trimmed, columnsOf } from './columns.js';
import { type DayBalances, dayBalancesOf } from './day-balances.js';
import { isDataRow, rolesOfContent, rolesOfPositions } from './content-roles.js';
import { dateOrderOf, decimalSignOf, type Evidence } from './figures-evidence.js';
import { isUsable, type Roles, rolesOfHeader } from './header-roles.js';
import { likelyOrder } from './likely-currency.js';
import { type DecimalSign, readLocalAmount } from './local-amount.js';
import { type DateOrder, readLocalDate } from './local-date.js';
import { readPreamble } from './preamble.js';

type Rows = readonly (readonly string[])[];

/** How the rows of one file are to be read. */
export interface Layout {
  /** Index of the header row; -1 where there is none. */
  readonly header: number;
  /** Its cells; null where there is none. */
  readonly titles: readonly string[] | null;
  /** Columns of each role, from left to right. */
  readonly columns: ReadonlyMap<Role, readonly number[]>;
  readonly width: number;
  /** Cells that most rows of the sample have: some headers are longer than their rows. */
  readonly usualWidth: number;
  /** Currency named in the titles of the amount columns. */
  readonly titleCurrency: string | null;
  /** Currency that a profile or a saved mapping knows. */
  readonly currency: string | null;
  readonly profile: CsvProfile | null;
  /** The first rows of the file, with those above the titles: what they are in is told by their words where nothing names it. */
  readonly beginning: Rows;
  readonly decimalSign: DecimalSign;
  readonly decimal: Evidence<DecimalSign>;
  readonly dateOrder: DateOrder;
  readonly order: Evidence<DateOrder>;
  /** Debits stand in their column with a minus already. */
  readonly debitIsSigned: boolean;
  /** Card statements: what was paid to the card stands in its column with a minus, and what was spent without. */
  readonly creditIsNegated: boolean;
  readonly dayBalances: DayBalances;
  /** An amount without sign and direction is money spent. */
  readonly positiveIsDebit: boolean;
  /** Told by titles, a profile or a person, not by what the cells look like. */
  readonly columnsAreCertain: boolean;
  /** Whether it is known which of two columns holds the debits. */
  readonly signIsCertain: boolean;
  /** Transactions that the sample yields under this layout: what competing readings are compared by. */
  readonly score: number;
}

export type NoLayout = 'no_date_column' | 'no_amount_column';
/** Roles and where they come from, before the figures are looked at. */
export type Draft = Roles & Pick<Layout, 'header' | 'titles' | 'columnsAreCertain' | 'signIsCertain'> & Partial<Pick<Layout, 'debitIsSigned' | 'creditIsNegated' | 'positiveIsDebit' | 'currency'>>;

const headerSearchRows = 60;
const belowRows = 49;
const scoredRows = 500;
const beginningRows = 100;

/** The best reading of the sample rows, or why there is none: the file has no column of dates, or none of amounts. */
export function findLayout(rows: Rows, profiles: readonly CsvProfile[], answers: CsvAnswers): Layout | NoLayout {
  const drafts: Draft[] = [];
  let datesSeen = false;
  for (let index = 0; index < Math.min(rows.length, headerSearchRows); index++) {
    const roles = rolesOfHeader(rows[index]!, profiles, rows.slice(index + 1, index + 1 + belowRows));
    if (!roles) continue;
    datesSeen ||= roles.columns.has('bookingDate');
    if (isUsable(roles.columns)) drafts.push({ ...roles, header: index, titles: rows[index]!, columnsAreCertain: true, signIsCertain: true });
  }
  if (drafts.length === 0) {
    const found = withoutKnownTitles(rows, profiles);
    if (typeof found === 'string') return datesSeen ? 'no_amount_column' : found;
    drafts.push(found);
  }
  // Lines above the header may look like one: the one under which most transactions stand is it.
  const best = drafts.map((draft) => completed(draft, rows, answers)).reduce((first, each) => (each.score > first.score ? each : first));
  // Not one row has a date and an amount under the titles: where the cells by themselves have, the titles are not theirs.
  const untitled = best.score === 0 && best.columnsAreCertain && best.profile === null && !hasValueDates(best, rows) ? withoutKnownTitles(rows, profiles) : 'no_date_column';
  if (typeof untitled === 'string') return best;
  const other = completed(untitled, rows, answers);
  return other.score > 0 ? other : best;
}

function hasValueDates({ header, columns, dateOrder }: Layout, rows: Rows): boolean {
  const value = columns.get('valueDate')?.[0];
  return value !== undefined && rows.slice(header + 1).some((row) => readLocalDate(trimmed(row[value] ?? ''), dateOrder) !== null);
}

function withoutKnownTitles(rows: Rows, profiles: readonly CsvProfile[]): Draft | NoLayout {
  const positions = rolesOfPositions(rows, profiles);
  if (positions) return { ...positions, header: -1, titles: null, columnsAreCertain: true, signIsCertain: true };
  const content = rolesOfContent(rows);
  if (content === null) return 'no_date_column';
  if (content === 'no_amount_column') return content;
  const first = firstTransaction(rows, content);
  const above = rows[first - 1];
  // What stands above is no transaction, whether it has titles or something else.
  const isHeader = above !== undefined && !isDataRow(above) && above.filter((cell) => /\p{L}/u.test(cell)).length >= 2 && Math.abs(above.length - rows[first]!.length) <= 1;
  if (!isHeader) return { ...content, header: first - 1, titles: null, columnsAreCertain: false };
  return { ...content, ...titledBesides(content, above, rows.slice(first, first + belowRows)), header: first - 1, titles: above, width: Math.max(above.length, content.width), columnsAreCertain: false };
}

/** A line of the account may stand above, as wide as the others and with the day and the balance: where the dates of the others are, it has words. */
function firstTransaction(rows: Rows, { columns }: Roles): number {
  const first = rows.findIndex(isDataRow);
  const date = columns.get('bookingDate')![0]!;
  const isDated = (row: readonly string[] | undefined): boolean => /\d/.test(row?.[date] ?? '');
  const dated = isDated(rows[first]) ? first : rows.findIndex((row) => isDataRow(row) && isDated(row));
  return rows[dated]?.length === rows[first]!.length ? dated : first;
}

/** What the titles do say, where content had to find dates and amounts. */
function titledBesides(content: Roles, titles: readonly string[], below: Rows): Pick<Roles, 'columns' | 'titleCurrency'> {
  const named = rolesOfHeader(titles, [], below);
  const taken = new Set([...content.columns].filter(([role]) => role !== 'label').flatMap(([, columns]) => columns));
  const columns = new Map(content.columns);
  const said = new Set<number>();
  for (const [role, places] of named?.columns ?? []) {
    const free = places.filter((column) => !taken.has(column));
    if (free.length === 0 || ['bookingDate', 'valueDate', 'amount', 'debit', 'credit'].includes(role)) continue;
    columns.set(role, free);
    for (const column of free) said.add(column);
  }
  if (!named?.columns.has('label')) columns.set('label', (content.columns.get('label') ?? []).filter((column) => !said.has(column)));
  return { columns, titleCurrency: named?.titleCurrency ?? null };
}

/** Decides what the titles leave open. Of several readings the one under which the balance column holds together wins. */
export function completed(draft: Draft, rows: Rows, answers: CsvAnswers): Layout {
  const below = rows.slice(draft.header + 1);
  const above = draft.header > 0 ? rows.slice(0, draft.header) : [];
  const beginning = rows.slice(0, beginningRows);
  const plain = reading(draft, below, above, beginning, answers);
  if (!draft.columns.has('balance')) return plain;
  const held = (layout: Layout): { steps: number; held: number } => balanceSteps(below, columnsOf(layout.columns), layout);
  const usual = held(plain);
  if (usual.held === usual.steps && usual.steps > 0) return plain.decimal.certain ? plain : balanceDecides(plain, below);
  let best = { layout: plain, ...usual };
  for (const other of otherReadings(draft, plain, answers)) {
    const layout = reading(other, below, above, beginning, answers);
    const found = held(layout);
    if (found.steps >= 2 && found.held >= 0.8 * found.steps && found.held > best.held) best = { layout, ...found };
  }
  return best.held === best.steps ? best.layout : { ...best.layout, dayBalances: dayBalancesOf(below, columnsOf(best.layout.columns), best.layout) };
}

/** The chain holds under the assumed decimal sign; where it would break under the other one, that is the proof. */
function balanceDecides(layout: Layout, below: Rows): Layout {
  const sign = layout.decimalSign === ',' ? '.' : ',';
  const { steps, held } = balanceSteps(below, columnsOf(layout.columns), { ...layout, decimalSign: sign });
  return steps >= 2 && held < steps ? { ...layout, decimal: { ...layout.decimal, certain: true } } : layout;
}

function* otherReadings(draft: Draft, plain: Layout, answers: CsvAnswers): Generator<Draft & { decimalSign?: DecimalSign }> {
  const using = (changes: [Role, number[]][], more: object = {}): Draft => ({ ...draft, ...more, columns: new Map([...draft.columns, ...changes]) });
  if (plain.columns.has('amount')) {
    yield using([], { positiveIsDebit: !plain.positiveIsDebit });
    for (const column of draft.otherAmounts) yield using([['amount', [column]]]);
  }
  const [debit, credit] = [draft.columns.get('debit'), draft.columns.get('credit')];
  if (debit && credit) {
    yield using([['debit', credit], ['credit', debit]]);
    yield using([], { debitIsSigned: !plain.debitIsSigned });
    yield using([], { creditIsNegated: !plain.creditIsNegated });
  }
  if (!plain.decimal.certain && answers.decimalSign === undefined) yield { ...draft, decimalSign: plain.decimalSign === ',' ? '.' : ',' };
  if (draft.columns.has('fee')) {
    const columns = new Map(draft.columns);
    columns.delete('fee');
    yield { ...draft, columns };
  }
}

function reading(draft: Draft & { decimalSign?: DecimalSign }, below: Rows, above: Rows, beginning: Rows, answers: CsvAnswers): Layout {
  const { columns, profile } = draft;
  const money = (['amount', 'debit', 'credit', 'balance'] as const).flatMap((role) => columns.get(role) ?? []);
  const decimal = decimalSignOf(below, money, above, columns.get('bookingDate')!.concat(columns.get('valueDate') ?? []));
  const decimalSign = answers.decimalSign ?? profile?.decimalSign ?? draft.decimalSign ?? decimal.value;
  const dates = { booking: columns.get('bookingDate')![0]!, value: columns.get('valueDate')?.[0] ?? -1 };
  const order = dateOrderOf(below, dates, decimal.proven && decimal.value === ',', readPreamble(above), () => likelyOrder(draft.titles, beginning, draft.titleCurrency));
  const dateOrder = answers.dateOrder ?? profile?.dateOrder ?? order.value;
  // Rows without a date are balances and totals, whose columns and signs are as they come.
  const dated = below.filter((row) => /\d/.test(row[dates.booking] ?? ''));
  const debits = figuresIn(dated, columns.get('debit')?.[0]);
  const credits = debits.length === 0 ? [] : figuresIn(dated, columns.get('credit')?.[0]);
  const debitIsSigned = draft.debitIsSigned ?? debits.filter(isNegative).length * 2 > debits.length;
  const creditIsNegated = draft.creditIsNegated ?? (!debitIsSigned && credits.length > 0 && credits.every(isNegative) && !debits.some(isNegative));
  const scored = below.slice(0, scoredRows);
  const positiveIsDebit = draft.positiveIsDebit ?? profile?.positiveIsDebit;
  const isSpent = isSpentWithoutSign(scored, columns);
  const isCard = positiveIsDebit === undefined && !isSpent && isCardWithoutSign(draft, below);
  const isMixed = positiveIsDebit === undefined && !isSpent && !isCard && isMixedWithoutSign(scored, columns);
  return {
    header: draft.header,
    titles: draft.titles,
    columns,
    width: draft.width,
    usualWidth: mostFrequent(scored.map((row) => row.length)) ?? draft.width,
    titleCurrency: draft.titleCurrency,
    currency: draft.currency ?? profile?.currency ?? null,
    profile,
    beginning,
    decimalSign,
    decimal: { ...decimal, value: decimalSign, certain: decimal.certain || (answers.decimalSign ?? profile?.decimalSign ?? draft.decimalSign) !== undefined },
    dateOrder,
    order: { ...order, value: dateOrder, certain: order.certain || (answers.dateOrder ?? profile?.dateOrder) !== undefined },
    debitIsSigned,
    creditIsNegated,
    dayBalances: 'each',
    positiveIsDebit: positiveIsDebit ?? (isSpent || isCard),
    columnsAreCertain: draft.columnsAreCertain,
    signIsCertain: draft.signIsCertain && !isCard && !isMixed,
    score: scored.filter((row) => (draft.header < 0 || !isWider(row, draft)) && readLocalDate(trimmed(row[dates.booking] ?? ''), dateOrder) !== null && money.some((column) => readLocalAmount(row[column] ?? '', decimalSign) !== null)).length,
  };
}

/** What stands in the cells of a column besides nothing and zero. */
function figuresIn(rows: Rows, column: number | undefined): string[] {
  return column === undefined ? [] : rows.map((row) => trimmed(row[column] ?? '')).filter((cell) => cell !== '' && !/^[-+]?0+([.,]0+)?$/.test(cell));
}

const isNegative = (cell: string): boolean => /^[-\u2212(]|(?:-|D[Rr]\.?)$/.test(cell);

/** Such a row is refused under the header; so it speaks for another one. */
function isWider(row: readonly string[], { header, width, titles, columns }: Draft): boolean {
  return row.length > width && row.slice(width).some((cell) => cell.trim() !== '') && textAtEnd({ header, width, titles, columns }) < 0;
}

/** Statements of cards: what is called a purchase has no sign, and nothing that is called one has. */
function isSpentWithoutSign(rows: Rows, columns: ReadonlyMap<Role, readonly number[]>): boolean {
  const [amount, kinds] = [columns.get('amount')?.[0], [...(columns.get('code') ?? []), ...(columns.get('label') ?? [])]];
  if (amount === undefined || columns.has('direction')) return false;
  const bought = rows.filter((row) => kinds.some((column) => purchase.test(row[column] ?? ''))).map((row) => trimmed(row[amount] ?? ''));
  return bought.length > 0 && bought.every((cell) => /^\d/.test(cell));
}

/** No amount has a sign, but some are called direct debits or the like: then a person is asked, because not all of them can be what they look like. */
function isMixedWithoutSign(rows: Rows, columns: ReadonlyMap<Role, readonly number[]>): boolean {
  const [amount, texts] = [columns.get('amount')?.[0], [...(columns.get('code') ?? []), ...(columns.get('label') ?? [])]];
  if (amount === undefined || columns.has('direction') || columns.has('balance')) return false;
  const figured = rows.filter((row) => /[1-9]/.test(row[amount] ?? ''));
  return figured.every((row) => /^[^-+\u2212(]*$/.test(trimmed(row[amount]!))) && figured.some((row) => texts.some((column) => paidOut.test(row[column] ?? '')));
}

const paidOut = /^\s*(?:sepa[- ]?)?(?:lastschrift|basislastschrift|folgelastschrift|kartenzahlung|abbuchung|bargeldauszahlung|prlv|pr[ée]l[èe]vement|achat cb|carte \d|retrait|direct debit|card payment|withdrawal|incasso|betaalautomaat|adeudo|compra|addebito)\b/i;

/** Statements of cards that name neither a sign nor a kind of movement: what stands there is most likely spent, which a person is asked. */
function isCardWithoutSign({ columns, titles, profile }: Draft, rows: Rows): boolean {
  const amount = columns.get('amount')?.[0];
  if (amount === undefined || titles === null || profile !== null || columns.has('direction') || columns.has('balance')) return false;
  const cells = rows.map((row) => trimmed(row[amount] ?? '')).filter((cell) => /[1-9]/.test(cell));
  const signed = cells.filter((cell) => /[-+\u2212(]/.test(cell));
  // A refund or a payment to the card among many purchases has the minus then.
  const isSpent = signed.length === 0 || (signed.length * 4 <= cells.length && signed.every((cell) => !cell.includes('+')));
  return cells.length > 0 && isSpent && titles.some((title) => card.test(plainTitle(title)));
}

const card = /\b(?:card|cardholder|card ?(?:number|holder|member)|merchant|carte|porteur|commercant|karte|kartennummer|karteninhaber|handler|tarjeta|comercio|cartao|carta|esercente|kaart|kaartnummer|handelaar|karty|kort)\b/;
const plainTitle = (title: string): string => title.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const purchase = /^\s*(?:card )?purchases?\s*$/i;

function mostFrequent(lengths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce<[number, number] | undefined>((best, each) => (best && best[1] >= each[1] ? best : each), undefined)?.[0];
}

/** The same columns held against more rows than the sample had, for what the sample left open. */
export function settled(layout: Layout, rows: Rows, answers: CsvAnswers): Layout {
  return completed({ ...layout, columns: new Map([...layout.columns].map(([role, columns]) => [role, [...columns]])), otherAmounts: [] }, rows, answers);
}

/** The last of the columns, where it is the text, so that what a row has beyond it is more of the text; else -1. */
export function textAtEnd({ columns, header, width, titles }: Pick<Layout, 'columns' | 'header' | 'width' | 'titles'>): number {
  const label = columns.get('label')?.at(-1) ?? -1;
  const isLast = [...columns.values()].every((places) => places.every((column) => column <= label));
  return header >= 0 && isLast && (titles ?? []).slice(label + 1, width).every((title) => title.trim() === '') ? label : -1;
}
