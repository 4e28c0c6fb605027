import type { CalendarDate } from '@lettrage/calendar';
import { isCurrencyOfAnyTime, type Money } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import { AmountFault, decimalMoney } from '../amounts.js';
import { DateReach } from '../date-reach.js';
import type { ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { newTransaction } from '../new-transaction.js';
import { type FaultCode, StatementFault } from '../statement-fault.js';
import { differingTotal, noTotals } from '../stated-totals.js';
import { StatementTally } from '../statement-tally.js';
import type { Charge, StatementEvent, StatementSummary } from '../statement.js';
import { ibanOf } from '../text.js';
import { Warnings } from '../warnings.js';
import { withoutEnvelope } from './envelope.js';
import { readInformation, readRemarks } from './information.js';
import { partyOfLine, readStatementLine, type StatementLine, swiftDate } from './statement-line.js';
import { say } from '../catalogue/sentences.js';

interface Balance {
  readonly amount: Money;
  readonly date: CalendarDate | null;
  readonly line: number;
  readonly text: string;
}

class Statement {
  readonly tally = new StatementTally();
  /** Of entries that are not booked yet. */
  readonly announced = new StatementTally();
  /** German savings banks send what is only noted under this reference. */
  readonly isAnnounced: boolean;
  account: string | null = null;
  sequence: string | null = null;
  currency: string | null = null;
  opening: Balance | null = null;
  closing: Balance | null = null;
  isInterim = false;
  readonly stated = noTotals();
  /** Where the last of the stated totals stands; 0 where there is none. */
  totalsLine = 0;
  totalsText = '';
  constructor(readonly id: string) {
    this.isAnnounced = id.startsWith('STARTDISP');
  }

  /** Whether nothing was said but its reference. */
  get isEmpty(): boolean {
    return (this.account ?? this.sequence ?? this.currency ?? this.opening ?? this.closing) === null && !this.isInterim && this.tally.transactions === 0;
  }
}

const tag = /^:(\d{2}[A-Z]?|NS):(.*)$/s;
/** The fields that have no letter; any other pair of figures between colons is part of a time. */
const plainTags = new Set(['20', '21', '25', '28', '61', '64', '65', '86']);
/** The last line of a message; Swedish banks have letters where others have braces. */
const messageEnd = /^-(?:[}å]|XXX)?\s*$/;

/** Behind the slash stands the page; the last one may state the totals of all. */
function isLaterPage(sequence: string | null): boolean {
  return /\/0*(?:[2-9]|1\d)/.test(sequence ?? '');
}

/** Reads MT940 and MT942 line by line; a statement runs from :20: to the next. */
export class Mt940Reader {
  events: StatementEvent[] = [];
  readonly statements: StatementSummary[] = [];
  readonly warnings = new Warnings((event) => this.events.push(event));
  isInterim = false;
  private statement: Statement | null = null;
  private field: { tag: string; lines: string[]; line: number } | null = null;
  private entry: { line: StatementLine; information: string[]; remarks: string[]; at: number; text: string } | null = null;
  private lineNumber = 0;
  /** Since the last movement began. */
  private characters = 0;
  private readonly reach: DateReach;

  constructor(private readonly context: ReadContext) {
    this.reach = new DateReach(context.today);
  }

  line(raw: string): void {
    this.lineNumber++;
    // The blocks of the SWIFT envelope stand around the fields, on lines of their own or in front of the first.
    const text = withoutEnvelope(raw);
    if (text === '' && text !== raw) {
      this.closeField();
      return;
    }
    const match = this.isWithinTime(text) ? null : tag.exec(text);
    if (match?.[1] === '61' || match?.[1] === '20') this.characters = 0;
    this.characters += text.length;
    if (this.characters > limits.movementChars) this.fault('limit_exceeded', say('mt940_movement', { most: String(limits.movementChars) }), text.slice(0, 60));
    if (match) {
      this.closeField();
      this.field = { tag: match[1]!, lines: [match[2]!], line: this.lineNumber };
    } else if (messageEnd.test(text)) this.closeField();
    else this.field?.lines.push(text);
  }

  /** Field 86 goes on with `:26:37 Uhr`, where a line has been cut within a time of the day. */
  private isWithinTime(text: string): boolean {
    const time = this.field?.tag === '86' ? /^:(\d\d):\d\d(?!\d)/.exec(text) : null;
    return time !== null && (!plainTags.has(time[1]!) || (this.entry !== null && this.statement?.closing === null && /^:2\d:\d\d[ ?]/.test(text)));
  }

  end(): void {
    this.closeField();
    this.closeStatement();
    if (this.statements.length === 0) this.fault('bad_record', say('mt940_no_start'), '');
  }

  private closeField(): void {
    const { field } = this;
    this.field = null;
    if (!field) return;
    const value = field.lines[0]!.trim();
    if (field.tag === '20') {
      this.closeEntry();
      // Where nothing stands between two of them, they are of the same statement.
      if (this.statement?.isEmpty !== true) this.closeStatement();
      this.countStatement();
      this.statement = new Statement(value);
      return;
    }
    const statement = this.statementOf(field.tag, value);
    if (!statement) return;
    if (field.tag === '86' && this.entry) {
      this.entry.information.push(...field.lines);
      return;
    }
    // A field 86 whose number is damaged still looks like one.
    if (field.tag.startsWith('25') && this.entry && isInformation(value)) {
      this.entry.information.push(...field.lines);
      return;
    }
    if (field.tag === 'NS') {
      this.entry?.remarks.push(...field.lines);
      return;
    }
    if (field.tag !== '61') this.closeEntry();
    this.read(statement, field.tag, value, field.lines, field.line);
  }

  /** Banks that put several statements behind one :20: begin the next with another account, or behind a closing balance with any of its first fields. */
  private statementOf(name: string, value: string): Statement | null {
    const { statement } = this;
    const isAccount = name.startsWith('25');
    if (statement === null || !(statement.closing === null ? isAccount && this.isOfAnother(statement, value) : isAccount || /^(?:28C?|60[FM])$/.test(name))) return statement;
    this.closeStatement();
    this.countStatement();
    this.statement = new Statement(statement.id);
    if (!isAccount) this.statement.account = statement.account;
    return this.statement;
  }

  /** Whether something was read of the statement, and the account is another one; a damaged field 86 is none. */
  private isOfAnother(statement: Statement, value: string): boolean {
    const isBegun = this.entry !== null || statement.tally.transactions > 0 || statement.opening !== null;
    return isBegun && statement.account !== null && accountOf(value) !== statement.account && !isInformation(value);
  }

  private countStatement(): void {
    if (this.statements.length >= limits.statementsOfFile) this.fault('limit_exceeded', say('file_statements', { most: String(limits.statementsOfFile) }), '');
  }

  private read(statement: Statement, name: string, value: string, lines: readonly string[], line: number): void {
    switch (name) {
      case '25':
      case '25P':
        statement.account ??= accountOf(value);
        break;
      case '28':
      case '28C':
        statement.sequence = value;
        break;
      case '90C':
      case '90D':
        statement.isInterim = true;
        this.stateTotal(statement, name === '90C' ? 'credits' : 'debits', value, line);
        break;
      case '34F':
        this.isInterim = statement.isInterim = true;
        statement.currency ??= this.knownCurrency(value.slice(0, 3), line);
        break;
      case '60F':
      case '60M':
        statement.opening = this.balance(value, line);
        break;
      case '62F':
      case '62M':
        statement.closing = this.balance(value, line);
        break;
      case '61': {
        this.closeEntry();
        const read = readStatementLine(lines);
        if (!read) this.fault('bad_record', say('mt940_line', { quoted: value.slice(0, 60) }), value, line);
        this.entry = { line: read, information: [], remarks: [], at: line, text: value };
        break;
      }
    }
  }

  /** `3EUR120,50`: how many entries, and their sum. */
  private stateTotal(statement: Statement, way: 'credits' | 'debits', value: string, line: number): void {
    const match = /^(\d{1,5}) ?([A-Z]{3}) ?(\d{1,15})(?:,(\d*))?$/.exec(value);
    if (!match || (statement.currency !== null && match[2] !== statement.currency)) return;
    statement.stated[way].count = match[1]!;
    statement.stated[way].sum = match[4] ? `${match[3]}.${match[4]}` : match[3]!;
    statement.totalsLine = line;
    statement.totalsText = value;
  }

  private closeEntry(): void {
    const { entry, statement } = this;
    this.entry = null;
    if (!entry || !statement) return;
    const { line } = entry;
    const currency = statement.currency ?? this.fault('missing_element', say('mt940_no_currency'), '', entry.at);
    const amount = this.signed(line.amount, currency, line.negative, entry.at);
    const label = entry.information.length > 0 ? readInformation(entry.information, line.negative) : readRemarks(entry.remarks);
    const beside = partyOfLine(line);
    if (line.isBankMonthEnd) this.warnings.add('value_date_adjusted', { line: entry.at }, say('value_date_adjusted', { date: String(line.valueDate) }), entry.text);
    const { originalAmount, charges } = this.supplementary(line, currency, entry.at);
    const transaction = newTransaction(
      {
        ...label,
        reference: beside.reference,
        counterpartyName: label.counterpartyName ?? beside.name,
        counterpartyIban: label.counterpartyIban ?? beside.iban,
        remittance: label.remittance === '' ? beside.text.replace(/\/(?:OCMT|CHGS)\/[A-Z]{3}[\d,]+\/?/g, '') : label.remittance,
        account: statement.account,
        bookingDate: line.bookingDate,
        valueDate: line.valueDate,
        amount,
        originalAmount,
        bankTransactionCode: line.type,
        reversal: line.reversal,
        status: statement.isAnnounced ? 'pending' : 'booked',
        charges,
        statement: this.statements.length,
      },
      this.context.fingerprinter,
    );
    const doubt = this.reach.doubt(transaction);
    if (doubt !== null) this.warnings.add('date_far_away', { line: entry.at }, doubt, entry.text);
    statement.tally.transactions++;
    (statement.isAnnounced ? statement.announced : statement.tally).book(amount);
    this.events.push({ kind: 'transaction', transaction });
  }

  /** `/OCMT/USD100,//CHGS/EUR0,50/` below the statement line: what was instructed, and what the bank took. */
  private supplementary(line: StatementLine, currency: string, at: number): { originalAmount: Money | null; charges: Charge[] } {
    const found = (key: string): Money | null => {
      const match = new RegExp(`/${key}/([A-Z]{3})(\\d+),?(\\d*)/?`).exec(line.details);
      return match ? this.signed(match[3] ? `${match[2]}.${match[3]}` : match[2]!, match[1]!, key === 'OCMT' && line.negative, at) : null;
    };
    const original = found('OCMT');
    const charge = found('CHGS');
    return { originalAmount: original && original.currency !== currency ? original : null, charges: charge && charge.minor !== 0n ? [{ amount: charge, included: true }] : [] };
  }

  private closeStatement(): void {
    this.closeEntry();
    const { statement } = this;
    this.statement = null;
    if (!statement) return;
    const { opening, closing } = statement;
    const summary = statement.tally.summary({
      account: statement.account,
      currency: statement.currency,
      id: statement.id,
      sequence: statement.sequence,
      from: opening?.date ?? null,
      to: closing?.date ?? null,
      openingBalance: opening?.amount ?? null,
      closingBalance: closing?.amount ?? null,
    });
    this.statements.push(summary);
    this.events.push({ kind: 'statement', statement: summary });
    const quoted = statement.sequence ?? statement.id;
    if (summary.balanced === false) this.warnings.add('not_balanced', { line: closing!.line }, say('statement_not_balanced', { quoted }), closing!.text);
    const differing = isLaterPage(statement.sequence) ? null : differingTotal(statement.stated, statement.tally, statement.announced, statement.currency);
    if (differing !== null) this.warnings.add('totals_differ', { line: statement.totalsLine }, differing(quoted), statement.totalsText);
    // A file that was cut may end before the opening balance of its last statement.
    if (closing === null && (opening !== null || statement.tally.transactions === 0) && !statement.isInterim) this.warnings.add('no_closing_balance', { line: this.lineNumber }, say('statement_cut', { quoted }));
  }

  private balance(value: string, line: number): Balance {
    const match = /^(R?[CD])(\d{6})([A-Z]{3})? ?(\d{1,15})(?:,(\d*))?$/.exec(value);
    // The closing balance may leave the currency to the opening one.
    const written = match?.[3] ?? this.statement!.currency;
    if (!match || written === null) this.fault('bad_record', say('mt940_balance', { quoted: value.slice(0, 60) }), value, line);
    const currency = this.knownCurrency(written, line);
    this.statement!.currency ??= currency;
    return { amount: this.signed(match[5] ? `${match[4]}.${match[5]}` : match[4]!, currency, match[1] === 'D', line), date: swiftDate(match[2]!), line, text: value };
  }

  private knownCurrency(currency: string, line: number): string {
    return this.signed('0', currency, false, line).currency;
  }

  private signed(decimal: string, currency: string, negative: boolean, line: number): Money {
    try {
      const amount = decimalMoney(decimal, currency);
      return negative ? { minor: -amount.minor, currency } : amount;
    } catch (error) {
      if (error instanceof AmountFault) this.fault(error.code, error.said, `${currency}${decimal}`, line);
      throw error;
    }
  }

  private fault(code: FaultCode, problem: Sentence, excerpt: string, line = this.lineNumber): never {
    throw new StatementFault(code, this.context.file, { line }, problem, excerpt);
  }
}

/** Whether this is field 86 as German banks fill it, whatever the field is called. */
function isInformation(value: string): boolean {
  return /^\d{3}[?>~^@<+]\d\d/.test(value);
}

/** The IBAN, else the number as it stands; some banks write a slash or their BIC before it, or the currency behind it. */
function accountOf(text: string): string {
  const number = /^(.*\d) ?\/?([A-Z]{3})$/.exec(text);
  const plain = number && isCurrencyOfAnyTime(number[2]!) ? number[1]! : text;
  const bare = plain.replace(/^(?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)?\//, '');
  return ibanOf(bare) ?? ibanOf(text) ?? plain;
}
