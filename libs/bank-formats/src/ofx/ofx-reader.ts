import { type CalendarDate, isDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import { AmountFault, decimalMoney, noCurrency } from '../amounts.js';
import { readLocalAmount } from '../csv/local-amount.js';
import { DateReach } from '../date-reach.js';
import type { ReadContext } from '../format-reader.js';
import { readFrenchLabel } from '../labels/french-label.js';
import { plainLabel } from '../labels/label-parts.js';
import { limits } from '../limits.js';
import { newTransaction } from '../new-transaction.js';
import { StatementTally } from '../statement-tally.js';
import type { ExchangeRate, StatementEvent, StatementSummary } from '../statement.js';
import { givenId, ibanOf, plainText } from '../text.js';
import { Warnings } from '../warnings.js';
import { OfxTokenizer } from './ofx-tokenizer.js';
import { say } from '../catalogue/sentences.js';

class Statement {
  readonly tally = new StatementTally();
  account: string | null = null;
  currency: string | null = null;
  from: CalendarDate | null = null;
  to: CalendarDate | null = null;
  closing: string | null = null;
  /** Investment accounts are read for their cash movements alone. */
  constructor(readonly isInvestment: boolean) {}
}

/** Of one transaction; the standard has fewer. */
const mostFields = 100;
const deepest = 16;
const statementTags = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);

/** Reads the bank, card and cash transactions of an OFX file. LEDGERBAL is the balance at the end; OFX has none for the beginning. */
export class OfxReader {
  events: StatementEvent[] = [];
  readonly statements: StatementSummary[] = [];
  readonly warnings = new Warnings((event) => this.events.push(event));
  readonly tokens: OfxTokenizer;
  private statement: Statement | null = null;
  private fields: Map<string, string> | null = null;
  private isPending = false;
  private readonly path: string[] = [];
  private readonly reach: DateReach;

  constructor(private readonly context: ReadContext) {
    this.reach = new DateReach(context.today);
    this.tokens = new OfxTokenizer(this, context.file);
  }

  open(tag: string): void {
    if (statementTags.has(tag)) {
      this.closeTransaction();
      this.closeStatement();
      this.statement = new Statement(tag === 'INVSTMTRS');
    } else if (tag === 'BANKTRANLIST') {
      // Programs that write OFX leave out what stands around the list.
      this.statement ??= new Statement(false);
    } else if (tag === 'STMTTRN' || tag === 'STMTTRNP') {
      // Some banks leave out the end tag of a transaction too.
      this.closeTransaction();
      this.fields = new Map();
      this.isPending = tag === 'STMTTRNP';
    } else if (tag === 'LEDGERBAL') this.closeTransaction();
    if (this.path.length < deepest && /^(?:LEDGERBAL|AVAILBAL|BANKACCTTO|CCACCTTO|PAYEE|CURRENCY|ORIGCURRENCY)$/.test(tag)) this.path.push(tag);
  }

  value(tag: string, text: string): void {
    // PAYEE and the like hold other tags, or the text itself.
    if (this.path.at(-1) === tag) this.path.pop();
    const inside = this.path.at(-1);
    if (this.fields) {
      const key = inside === undefined ? tag : `${inside}.${tag}`;
      if (this.fields.size < mostFields && !this.fields.has(key)) this.fields.set(key, text);
      return;
    }
    if (tag === 'CURDEF') this.statement ??= new Statement(false);
    const statement = this.statement;
    if (!statement) return;
    if (tag === 'CURDEF') statement.currency = text.toUpperCase() === noCurrency ? null : text.toUpperCase(); // which is as good as none
    else if (tag === 'ACCTID') statement.account ??= ibanOf(text) ?? text;
    else if (tag === 'DTSTART') statement.from = dateOf(text);
    else if (tag === 'DTEND') statement.to = dateOf(text);
    else if (tag === 'BALAMT' && inside === 'LEDGERBAL') statement.closing = text;
  }

  close(tag: string): void {
    if (this.path.at(-1) === tag) this.path.pop();
    if (statementTags.has(tag)) {
      this.closeTransaction();
      this.closeStatement();
    } else if (tag === 'STMTTRN' || tag === 'STMTTRNP' || tag === 'BANKTRANLIST') this.closeTransaction();
  }

  end(): void {
    this.tokens.end();
    this.closeTransaction();
    this.closeStatement();
    if (this.statements.length === 0) this.warnings.add('no_statement', this.tokens.place(), say('ofx_empty'));
  }

  private closeTransaction(): void {
    const { fields, statement } = this;
    this.fields = null;
    this.path.length = 0;
    if (!fields || !statement) return;
    const currency = (statement.currency ??= this.currencyInstead(fields));
    const amountText = fields.get('TRNAMT') ?? this.tokens.fault('missing_element', say('ofx_no_amount'));
    const dateText = fields.get('DTPOSTED') ?? fields.get('DTTRAN') ?? fields.get('DTUSER') ?? this.tokens.fault('missing_element', say('ofx_no_date'));
    const bookingDate = dateOf(dateText) ?? this.tokens.fault('bad_date', say('ofx_date', { quoted: dateText.slice(0, 40) }));
    if (/^[+-]?\s*[.,]$/.test(amountText)) {
      this.warnings.add('row_skipped', this.tokens.place(), say('ofx_without_figures'), amountText);
      return;
    }
    const amount = this.money(amountText, this.currencyOfEntry(fields, currency));
    const name = plainText(fields.get('PAYEE.NAME') ?? fields.get('NAME') ?? fields.get('PAYEE') ?? '');
    const memo = plainText(fields.get('MEMO') ?? '');
    const label = readFrenchLabel(`${name} ${memo}`.trim()) ?? plainLabel(memo === '' ? name : memo);
    const available = fields.get('DTAVAIL');
    const transaction = newTransaction(
      {
        ...label,
        reference: givenId(fields.get('FITID') ?? null),
        counterpartyName: label.counterpartyName ?? givenId(name),
        counterpartyIban: label.counterpartyIban ?? ibanOf(fields.get('BANKACCTTO.ACCTID') ?? null),
        account: statement.account,
        bookingDate,
        valueDate: available === undefined ? null : dateOf(available),
        amount,
        exchangeRate: exchangeOf(fields, currency),
        bankTransactionCode: fields.get('TRNTYPE') ?? null,
        status: this.isPending ? 'pending' : 'booked',
        statement: this.statements.length,
      },
      this.context.fingerprinter,
    );
    const doubt = this.reach.doubt(transaction);
    if (doubt !== null) this.warnings.add('date_far_away', this.tokens.place(), doubt, dateText);
    statement.tally.transactions++;
    if (!this.isPending) statement.tally.book(amount);
    this.events.push({ kind: 'transaction', transaction });
  }

  private closeStatement(): void {
    const { statement } = this;
    this.statement = null;
    if (!statement || (statement.isInvestment && statement.tally.transactions === 0)) return;
    if (this.statements.length >= limits.statementsOfFile) this.tokens.fault('limit_exceeded', say('file_statements', { most: String(limits.statementsOfFile) }));
    const { account, currency, from, to, closing } = statement;
    const closingBalance = closing === null || currency === null || statement.isInvestment ? null : this.balance(closing, currency);
    const summary = statement.tally.summary({ account, currency, id: null, sequence: null, from, to, openingBalance: null, closingBalance });
    this.statements.push(summary);
    this.events.push({ kind: 'statement', statement: summary });
  }

  /** CURRENCY says what the amount is in; ORIGCURRENCY only what it was before it was changed into the account's. */
  private currencyOfEntry(fields: ReadonlyMap<string, string>, ofAccount: string): string {
    const said = fields.get('CURRENCY.CURSYM')?.toUpperCase() ?? ofAccount;
    if (said === ofAccount || said === noCurrency) return ofAccount;
    this.warnings.add('entry_in_other_currency', this.tokens.place(), say('entry_currency', { currency: said.slice(0, 10), account: ofAccount }));
    return said;
  }

  /** Where the statement names none: that of the transaction, or of the account as its owner knows it. */
  private currencyInstead(fields: ReadonlyMap<string, string>): string {
    const said = fields.get('CURRENCY.CURSYM')?.toUpperCase() ?? this.context.accountCurrency;
    if (said !== undefined) return said;
    this.warnings.add('currency_assumed', this.tokens.place(), say('ofx_currency_assumed'));
    return 'EUR';
  }

  private balance(text: string, currency: string): Money | null {
    if (/\d/.test(text)) return this.money(text, currency);
    this.warnings.add('balance_in_doubt', this.tokens.place(), say('ofx_balance', { quoted: text.slice(0, 40) }), text);
    return null;
  }

  /** Point or comma, no thousands by the standard; some banks print them all the same. */
  private money(text: string, currency: string): Money {
    const single = /^([+-]?)\s*(\d*)[.,]?(\d*)$/.exec(text);
    const decimal = single ? { decimal: single[3] === '' ? single[2]! : `${single[2] === '' ? '0' : single[2]}.${single[3]}`, negative: single[1] === '-' } : readLocalAmount(text, '.');
    if (!decimal || decimal.decimal === '') this.tokens.fault('bad_amount', say('amount_bad', { quoted: text.slice(0, 40) }));
    try {
      const money = decimalMoney(decimal.decimal, currency);
      return decimal.negative ? { minor: -money.minor, currency } : money;
    } catch (error) {
      if (error instanceof AmountFault) this.tokens.fault(error.code, error.said);
      throw error;
    }
  }
}

/** What one unit of the other currency is in that of the account. */
function exchangeOf(fields: ReadonlyMap<string, string>, ofAccount: string): ExchangeRate | null {
  const source = fields.get('ORIGCURRENCY.CURSYM')?.toUpperCase() ?? ofAccount;
  const rate = fields.get('ORIGCURRENCY.CURRATE')?.replace(',', '.') ?? '';
  return source === ofAccount || !/^\d{1,12}(?:\.\d{1,12})?$/.test(rate) ? null : { source, target: ofAccount, unit: source, rate };
}

/** `YYYYMMDD` and whatever time and zone follow: the day is the one written. Some programs write it with dashes. */
function dateOf(text: string): CalendarDate | null {
  const date = isDate(text.slice(0, 10)) ? text.slice(0, 10) : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return isDate(date) ? date : null;
}
