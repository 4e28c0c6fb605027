import type { CalendarDate } from '@lettrage/calendar';
import { formatDecimal, isCurrencyOfAnyTime, type Money, MoneyError } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import { DateReach } from '../date-reach.js';
import type { ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { newTransaction } from '../new-transaction.js';
import { type FaultCode, StatementFault } from '../statement-fault.js';
import { StatementTally } from '../statement-tally.js';
import type { Charge, ExchangeRate, StatementEvent, StatementSummary } from '../statement.js';
import { givenId, ibanOf, plainText } from '../text.js';
import { Warnings } from '../warnings.js';
import { frenchIban, overpunched, recordDate } from './record.js';
import { say } from '../catalogue/sentences.js';

class Statement {
  readonly tally = new StatementTally();
  constructor(
    readonly account: string,
    readonly currency: string,
    readonly opening: Money,
    readonly from: CalendarDate | null,
  ) {}
}

/** A movement (04) with its complements (05) by qualifier. */
interface Movement {
  readonly record: string;
  readonly number: number;
  readonly complements: Map<string, string[]>;
}

/** Reads the four records of CFONB 120: 01 old balance, 04 movement, 05 complement, 07 new balance. */
export class Cfonb120Reader {
  events: StatementEvent[] = [];
  readonly statements: StatementSummary[] = [];
  readonly warnings = new Warnings((event) => this.events.push(event));
  private statement: Statement | null = null;
  private movement: Movement | null = null;
  private number = 0;
  private last = '';
  private readonly reach: DateReach;

  constructor(private readonly context: ReadContext) {
    this.reach = new DateReach(context.today);
  }

  record(record: string): void {
    this.number++;
    this.last = record;
    switch (record.slice(0, 2)) {
      case '01':
        this.flush();
        if (this.statement) this.fault('bad_record', say('cfonb_unfinished'), record);
        this.statement = this.opened(record);
        break;
      case '04':
        this.flush();
        if (!this.statement) this.fault('bad_record', say('cfonb_movement_alone'), record);
        this.movement = { record, number: this.number, complements: new Map() };
        break;
      case '05':
        this.complement(record);
        break;
      case '07':
        this.flush();
        this.closed(record);
        break;
      default:
        this.fault('bad_record', say('cfonb_record', { quoted: record.slice(0, 2) }), record);
    }
  }

  end(): void {
    this.flush();
    if (this.statement) this.fault('bad_record', say('cfonb_cut'), this.last);
  }

  private opened(record: string): Statement {
    if (this.statements.length >= limits.statementsOfFile) this.fault('limit_exceeded', say('file_statements', { most: String(limits.statementsOfFile) }), record);
    const [bank, branch, account] = [record.slice(2, 7), record.slice(11, 16), record.slice(21, 32)];
    const currency = record.slice(16, 19).trim() || 'EUR';
    if (!isCurrencyOfAnyTime(currency)) this.fault('unknown_currency', say('money_unknown_currency', { quoted: currency }), record);
    return new Statement(frenchIban(bank, branch, account) ?? `${bank}${branch}${account}`.replace(/\s/g, ''), currency, this.amount(record, currency), recordDate(record.slice(34, 40)));
  }

  private closed(record: string): void {
    const { statement } = this;
    if (!statement) this.fault('bad_record', say('cfonb_balance_alone'), record);
    this.statement = null;
    const { account, currency, opening, from } = statement;
    const summary = statement.tally.summary({ account, currency, id: null, sequence: null, from, to: recordDate(record.slice(34, 40)), openingBalance: opening, closingBalance: this.amount(record, currency) });
    this.statements.push(summary);
    this.events.push({ kind: 'statement', statement: summary });
    if (summary.balanced === false) this.warnings.add('not_balanced', { record: this.number }, say('cfonb_not_balanced'), record.slice(90, 104));
  }

  /** Qualifiers repeat, and some are not in the standard: what is not known is kept out, never refused. */
  private complement(record: string): void {
    if (!this.movement) this.fault('bad_record', say('cfonb_complement_alone'), record);
    const qualifier = record.slice(45, 48);
    const values = this.movement.complements.get(qualifier) ?? [];
    if (values.length < limits.referencesOfTransaction) values.push(record.slice(48, 118));
    this.movement.complements.set(qualifier, values);
  }

  private flush(): void {
    const { movement, statement } = this;
    this.movement = null;
    if (!movement || !statement) return;
    const { record, complements } = movement;
    const amount = this.amount(record, statement.currency);
    const bookingDate = recordDate(record.slice(34, 40)) ?? this.fault('bad_date', say('cfonb_date', { quoted: record.slice(34, 40) }), record);
    const first = (...qualifiers: string[]): string | null => {
      for (const qualifier of qualifiers) {
        const value = plainText(complements.get(qualifier)?.[0] ?? '');
        if (value !== '') return value;
      }
      return null;
    };
    const isCredit = amount.minor >= 0n;
    const party = isCredit ? first('NPY', 'NPO') : first('NBE', 'NBU');
    const identifier = isCredit ? first('IPY') : first('IBE');
    const transaction = newTransaction(
      {
        account: statement.account,
        bookingDate,
        valueDate: recordDate(record.slice(42, 48)),
        amount,
        originalAmount: this.foreign(first('MMO'), statement.currency, isCredit),
        exchangeRate: rateOf(first('MMO'), statement.currency),
        // Behind the reference of the client in 35 characters.
        purpose: givenId(complements.get('RCN')?.[0]?.slice(35) ?? null),
        ultimateDebtorName: givenId(first('NPO')),
        ultimateCreditorName: givenId(first('NBU')),
        counterpartyName: givenId(party),
        counterpartyIban: ibanOf(identifier?.split(' ')[0] ?? null),
        remittance: remittanceOf(record, complements),
        reference: givenId(record.slice(104, 120)) ?? numberOf(record.slice(81, 88)) ?? givenId(first('REF')),
        endToEndId: givenId(complements.get('RCN')?.[0]?.slice(0, 35) ?? null),
        mandateId: givenId(complements.get('RUM')?.[0]?.slice(0, 35) ?? null),
        bankTransactionCode: givenId(record.slice(32, 34)),
        returnReason: givenId(record.slice(40, 42).replace(/^00$/, '')),
        charges: this.charges(first('FEE')),
        statement: this.statements.length,
      },
      this.context.fingerprinter,
    );
    const doubt = this.reach.doubt(transaction);
    if (doubt !== null) this.warnings.add('date_far_away', { record: movement.number }, doubt, record);
    statement.tally.transactions++;
    statement.tally.book(amount);
    this.events.push({ kind: 'transaction', transaction });
  }

  private amount(record: string, currency: string): Money {
    const decimals = /\d/.test(record[19]!) ? Number(record[19]) : 2;
    return this.checked(record.slice(90, 104), decimals, currency) ?? this.fault('bad_amount', say('cfonb_amount', { quoted: record.slice(90, 104) }), record.slice(90));
  }

  private foreign(text: string | null, currency: string, isCredit: boolean): Money | null {
    const match = text === null ? null : /^([A-Z]{3})(\d)(\d{14})/.exec(text);
    if (!match || match[1] === currency || !isCurrencyOfAnyTime(match[1]!)) return null;
    const money = this.checked(match[3]!, Number(match[2]), match[1]!);
    return money && !isCredit ? { minor: -money.minor, currency: money.currency } : money;
  }

  private charges(text: string | null): Charge[] {
    const match = text === null ? null : /^([A-Z]{3})(\d)(\d{14})/.exec(text);
    const money = match && isCurrencyOfAnyTime(match[1]!) ? this.checked(match[3]!, Number(match[2]), match[1]!) : null;
    return money && money.minor !== 0n ? [{ amount: money, included: true }] : [];
  }

  private checked(field: string, decimals: number, currency: string): Money | null {
    try {
      return overpunched(field, decimals, currency);
    } catch (error) {
      if (error instanceof MoneyError) return null;
      throw error;
    }
  }

  private fault(code: FaultCode, problem: Sentence, excerpt: string): never {
    throw new StatementFault(code, this.context.file, { record: this.movement?.number ?? this.number }, problem, excerpt);
  }
}

/** The remittance of the payer (LCC, LC2, LCS) where there is one, else the bank's label and its continuation. */
function remittanceOf(record: string, complements: ReadonlyMap<string, readonly string[]>): string {
  const of = (qualifier: string): string => (complements.get(qualifier) ?? []).join('');
  const remittance = plainText(`${of('LCC')}${of('LC2')} ${of('LCS')}`);
  return remittance !== '' ? remittance : plainText(`${record.slice(48, 80)} ${(complements.get('LIB') ?? []).join(' ')}`);
}

function numberOf(field: string): string | null {
  return /^[\s0]*$/.test(field) ? null : field.trim();
}

/** Behind the original currency and amount: the number of decimals, and the rate in 11 digits. */
function rateOf(text: string | null, currency: string): ExchangeRate | null {
  const match = text === null ? null : /^([A-Z]{3})\d.{14}(\d)(\d{11})/.exec(text);
  if (!match || match[1] === currency || /^0+$/.test(match[3]!)) return null;
  return { source: match[1]!, target: currency, unit: null, rate: formatDecimal(BigInt(match[3]!), Number(match[2])) };
}
