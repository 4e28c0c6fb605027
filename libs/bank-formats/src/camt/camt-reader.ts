import { type CalendarDate, isDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import { AmountFault, decimalMoney, noCurrency } from '../amounts.js';
import type { Fingerprinter } from '../fingerprint.js';
import type { ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { type FaultCode, type Place, StatementFault, type WarningCode } from '../statement-fault.js';
import type { EntryStatus, StatementEvent, StatementSummary } from '../statement.js';
import { givenId, ibanOf, plainText } from '../text.js';
import { Warnings } from '../warnings.js';
import type { XmlHandler } from '../xml/xml-handler.js';
import { XmlTokenizer } from '../xml/xml-tokenizer.js';
import { At, camtMachine } from './camt-paths.js';
import { Balance, CamtStatement } from './camt-statement.js';
import { DetailsText } from './details-text.js';
import { entryTransactions } from './entry-transactions.js';
import { IsoDates } from './iso-dates.js';
import { Details, type Direction, Entry, type Movement, noExchange, nonZero } from './movement.js';
import { say } from '../catalogue/sentences.js';

const statuses: Readonly<Record<string, EntryStatus>> = { BOOK: 'booked', PDNG: 'pending', FUTR: 'pending', INFO: 'information' };

/** Hears the tokenizer, collects one entry at a time and gives out its transactions: memory holds one entry, not the file. */
export class CamtReader implements XmlHandler {
  readonly wanted = camtMachine.wanted;
  readonly statements: StatementSummary[] = [];
  readonly warnings: Warnings;
  readonly xml: XmlTokenizer;
  /** `camt.053.001.08`, or null while no namespace said it. */
  version: string | null = null;
  private isStatementMessage = false;
  /** Events since they were last taken. */
  events: StatementEvent[] = [];

  private messages = 0;
  private otherMessage: { readonly name: string; readonly place: Place; readonly excerpt: string } | null = null;
  private messagePage: string | null = null;
  private messageLastPage: boolean | null = null;
  private created: CalendarDate | null = null;
  private statement = new CamtStatement();
  private balance = new Balance();
  private entry: Entry | null = null;
  private movement: Movement | null = null;
  private details = new Details();
  private readonly detailsText = new DetailsText({ money: (text) => this.saidMoney(text), date: (text) => this.date(text) });
  private exchange = noExchange();
  private currency = '';
  private chargeAmount: Money | null = null;
  private chargeNegative = false;
  private chargeIncluded = false;
  private readonly dates: IsoDates;

  constructor(private readonly context: ReadContext) {
    this.warnings = new Warnings((event) => this.events.push(event));
    this.dates = new IsoDates(context.today);
    this.xml = new XmlTokenizer(this, (code, place, problem, excerpt) => {
      throw new StatementFault(code, context.file, this.withRecord(place), problem, excerpt);
    });
  }

  nameId(localName: string): number {
    return camtMachine.nameId(localName);
  }

  child(state: number, nameId: number): number {
    return camtMachine.child(state, nameId);
  }

  enter(state: number): void {
    switch (camtMachine.action[state]) {
      case At.Message:
        this.enterMessage();
        break;
      case At.Statement:
        this.statement = new CamtStatement();
        break;
      case At.Balance:
        this.balance = new Balance();
        break;
      case At.Entry:
        this.statement.entries++;
        this.movement = this.entry = new Entry();
        break;
      case At.Details:
        this.movement = this.details = new Details();
        break;
      case At.Structured:
        break;
      case At.ReferredDocument:
        this.detailsText.enterDocument();
        break;
      case At.Exchange:
        this.exchange = noExchange();
        break;
      case At.Charge:
        this.chargeAmount = null;
        this.chargeNegative = this.chargeIncluded = false;
        break;
      default:
        this.currency = '';
    }
  }

  attribute(state: number, name: string, value: string): void {
    if (camtMachine.action[state] !== At.Document) {
      if (name === 'Ccy') this.currency = value.trim();
      return;
    }
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return;
    // Some communities have namespaces of their own around the name of the message.
    const message = /(?:^|[^a-z\d])([a-z]{4}\.\d{3}\.\d{3}\.\d{2})(?!\d)/.exec(value)?.[1];
    if (message === undefined) return;
    if (/^camt\.05[234]\.001\.(?:0[1-9]|1[0-4])$/.test(message)) this.version = message;
    else if (this.otherMessage === null || name === 'xmlns') this.otherMessage = { name: message, place: this.xml.place(), excerpt: this.xml.excerpt() };
  }

  text(state: number, text: string): void {
    const action = camtMachine.action[state]!;
    // Text that is not remittance has no meaning in its white space.
    const value = action === At.Unstructured ? text : plainText(text);
    if (value === '') return;
    if (action < At.Entry) this.statementText(action, value);
    else if (action < At.Details) this.movementText(action, value);
    else this.detailsText.read(this.details, action, value);
  }

  leave(state: number): void {
    switch (camtMachine.action[state]) {
      case At.Charge:
        this.leaveCharge();
        break;
      case At.Structured:
        this.detailsText.leaveStructured(this.details);
        break;
      case At.Exchange:
        this.leaveExchange();
        break;
      case At.Details:
        this.leaveDetails();
        break;
      case At.Entry:
        this.leaveEntry();
        break;
      case At.Balance:
        this.leaveBalance();
        break;
      case At.Statement:
        this.leaveStatement();
        break;
      default:
        break;
    }
  }

  /** The document is at its end. */
  end(): void {
    this.xml.end();
    if (this.version === null && this.messages === 0) this.unsupported('document_other_kind');
    if (this.statements.length === 0) this.warnings.add('no_statement', this.xml.place(), say('message_empty'));
  }

  private enterMessage(): void {
    this.messages++;
    this.isStatementMessage = /\/BkToCstmrStmt(?:V01)?$/.test(this.xml.place().path ?? '');
    this.messagePage = this.messageLastPage = null;
    if (this.version === null && this.otherMessage?.name.startsWith('camt.')) this.unsupported('message_other_kind');
  }

  private unsupported(sentence: 'document_other_kind' | 'message_other_kind'): never {
    const other = this.otherMessage;
    if (other === null) throw new StatementFault('unsupported_message', this.context.file, { path: `/${this.xml.root}` }, say('document_unknown'));
    throw new StatementFault('unsupported_message', this.context.file, other.place, say(sentence, { quoted: other.name }), other.excerpt);
  }

  private statementText(action: At, value: string): void {
    const { statement, balance } = this;
    switch (action) {
      case At.CreationTime: {
        const date = isDate(value.slice(0, 10)) ? value.slice(0, 10) : null;
        if (this.statement.id === null) this.created ??= date;
        statement.createdOn = date;
        break;
      }
      case At.MessageLastPage: this.messageLastPage = value === 'true' || value === '1'; break;
      case At.MessagePage: this.messagePage = value; break;
      case At.StatementId: statement.id = value; break;
      case At.Sequence: statement.sequence = value; break;
      case At.LegalSequence: statement.legalSequence = value; break;
      case At.LastPage: statement.lastPage = value === 'true' || value === '1'; break;
      case At.PageNumber: statement.page = value; break;
      case At.Copy: statement.copy = value; break;
      case At.From: statement.from = this.date(value); break;
      case At.To: statement.to = this.date(value); break;
      case At.Iban: statement.iban = ibanOf(value) ?? value; break;
      case At.AccountOther: statement.otherAccount ??= value; break;
      case At.AccountCurrency: statement.currency = this.accountCurrency(value); break;
      case At.BalanceType: balance.type = value; break;
      case At.BalanceAmount: balance.amount = this.balanceMoney(value); break;
      case At.BalanceDirection: balance.negative = this.direction(value) === 'DBIT'; break;
      case At.BalanceDate: balance.date = this.date(value); break;
      case At.TotalCount: statement.stated.all.count = value; break;
      case At.TotalSum: statement.stated.all.sum = value; break;
      case At.CreditCount: statement.stated.credits.count = value; break;
      case At.CreditSum: statement.stated.credits.sum = value; break;
      case At.DebitCount: statement.stated.debits.count = value; break;
      case At.DebitSum: statement.stated.debits.sum = value; break;
      default: break;
    }
  }

  private movementText(action: At, value: string): void {
    const movement = this.movement;
    const entry = this.entry;
    if (!movement || !entry) return;
    switch (action) {
      case At.Amount: movement.amount = movement === entry ? this.money(value) : this.saidMoney(value); break;
      case At.Direction: movement.direction = this.direction(value); break;
      case At.ServicerReference: movement.reference = givenId(value); break;
      case At.Domain: movement.domain = value; break;
      case At.Family: movement.family = value; break;
      case At.SubFamily: movement.subFamily = value; break;
      case At.ProprietaryCode: movement.proprietaryCode = value; break;
      case At.InstructedAmount: movement.instructedAmount = this.saidMoney(value); break;
      case At.TransactionAmount: movement.transactionAmount = this.saidMoney(value); break;
      case At.CounterValue: movement.counterValue = this.saidMoney(value); break;
      case At.ExchangeSource: this.exchange.source = value; break;
      case At.ExchangeTarget: this.exchange.target = value; break;
      case At.ExchangeUnit: this.exchange.unit = value; break;
      case At.ExchangeRate: this.exchange.rate = /^\d*\.?\d+$/.test(value) ? value : null; break;
      case At.ChargeTotal: movement.chargeTotal = nonZero(this.saidMoney(value)); break;
      case At.ChargeAmount: this.chargeAmount = this.saidMoney(value); break;
      case At.ChargeDirection: this.chargeNegative = this.direction(value) === 'CRDT'; break;
      case At.ChargeIncluded: this.chargeIncluded = value === 'true' || value === '1'; break;
      case At.EntryReference: entry.entryReference = givenId(value); break;
      case At.Reversal: entry.reversal = value === 'true' || value === '1'; break;
      case At.Status: entry.status = this.status(value); break;
      case At.BookingDate: entry.bookingDate = this.date(value); break;
      case At.ValueDate: entry.valueDate = this.date(value); break;
      case At.EntryText: entry.text = value; break;
      case At.BatchCount: entry.batchCount += Number(/^\d{1,9}$/.exec(value)?.[0] ?? 0); break;
      case At.BatchId: if (givenId(value) !== null && (entry.batchIds?.length ?? 0) < 10) (entry.batchIds ??= []).push(value); break;
      default: break;
    }
  }

  private leaveExchange(): void {
    const { rate, ...currencies } = this.exchange;
    if (rate !== null && this.movement) this.movement.exchange ??= { ...currencies, rate };
  }

  private leaveCharge(): void {
    const amount = nonZero(this.chargeAmount);
    this.chargeAmount = null;
    if (!amount || !this.movement) return;
    const charges = (this.movement.charges ??= []);
    if (charges.length < limits.chargesOfTransaction) charges.push({ amount: this.chargeNegative ? { minor: -amount.minor, currency: amount.currency } : amount, included: this.chargeIncluded });
  }

  private leaveDetails(): void {
    const entry = this.entry;
    if (!entry) return;
    if (entry.details.length >= limits.detailsOfEntry) this.fault('limit_exceeded', say('entry_details', { most: String(limits.detailsOfEntry) }));
    entry.details.push(this.details);
    this.movement = entry;
  }

  private leaveBalance(): void {
    const { balance, statement } = this;
    if (balance.isOfNothing) return;
    if (balance.type === null || balance.amount === null) this.fault('missing_element', say('balance_incomplete'));
    if (statement.balances.length < 100) statement.balances.push(balance);
  }

  private leaveEntry(): void {
    const entry = this.entry!;
    const statement = this.statement;
    if (entry.amount === null) this.fault('missing_element', say('entry_no_amount'));
    if (entry.direction === null) this.fault('missing_element', say('entry_no_direction'));
    const status = entry.status ?? this.status('');
    const amount = entry.direction === 'DBIT' ? { minor: -entry.amount.minor, currency: entry.amount.currency } : entry.amount;
    const bookingDate = entry.bookingDate ?? this.dateInstead(entry, status);
    statement.fingerprinter ??= this.fingerprinterOf(statement);
    const context = { account: statement.account, statement: this.statements.length, bookingDate, status, entry: statement.entries, fingerprinter: statement.fingerprinter };
    const { transactions, keptWhole } = entryTransactions(entry, amount, context);
    for (const transaction of transactions) this.events.push({ kind: 'transaction', transaction });
    statement.tally.transactions += transactions.length;
    if (status === 'booked') statement.tally.book(amount);
    else statement.announced.book(amount);
    const doubt = this.dates.reach.doubt({ status, bookingDate, valueDate: entry.valueDate });
    if (doubt !== null) this.warn('date_far_away', doubt);
    if (keptWhole !== null) this.warn('batch_kept_whole', keptWhole);
    else if (entry.details.length === 0 && entry.batchCount > 1) this.warn('batch_without_details', say('batch_bare', { count: String(entry.batchCount) }));
    if (statement.currency !== null && amount.currency !== statement.currency) this.warn('entry_in_other_currency', say('entry_currency', { currency: amount.currency, account: statement.currency }));
    this.entry = this.movement = null;
  }

  private fingerprinterOf({ account, id, sequence, page: ownPage }: CamtStatement): Fingerprinter {
    const page = ownPage ?? this.messagePage;
    const paged = id === null || page === null ? null : this.context.pages?.fingerprinter(`${account}\n${id}\n${sequence}`, page);
    return paged ?? this.context.fingerprinter;
  }

  private leaveStatement(): void {
    const statement = this.statement;
    if (this.statements.length >= limits.statementsOfFile) this.fault('limit_exceeded', say('file_statements', { most: String(limits.statementsOfFile) }));
    const summary = statement.tally.summary(statement.frame());
    this.statements.push(summary);
    this.events.push({ kind: 'statement', statement: summary });
    const quoted = summary.id ?? String(this.statements.length);
    if (summary.balanced === false) this.warn('not_balanced', say('statement_not_balanced', { quoted }));
    if (statement.copy !== null) this.warn('copy_of_statement', say('statement_copy', { quoted, mark: statement.copy }));
    const page = statement.page ?? this.messagePage;
    const isLast = (statement.lastPage ?? this.messageLastPage) !== false;
    const differing = statement.differingTotal(!isLast || (page !== null && page !== '1'));
    if (differing !== null) this.warn('totals_differ', differing(quoted));
    if (!isLast) this.warn('not_last_page', say('statement_page', { quoted, page: page ?? '?' }));
    this.statement = new CamtStatement();
  }

  private dateInstead(entry: Entry, status: EntryStatus): CalendarDate {
    const { balances, to, createdOn } = this.statement;
    const date = entry.valueDate ?? to ?? balances.find((balance) => balance.type === 'CLBD')?.date ?? createdOn ?? this.created;
    if (date === null) this.fault('missing_element', say('entry_no_date'));
    // What is only announced has none by its nature.
    if (status === 'booked') this.warn('no_booking_date', say('entry_date_instead', { date }));
    return date;
  }

  private status(text: string): EntryStatus {
    const known = statuses[text];
    if (known) return known;
    // camt.053 holds booked entries by its definition, also where no namespace names it; of another message a missing status says nothing.
    if (text === '' && this.isStatementMessage) return 'booked';
    this.warn('unknown_status', text === '' ? say('entry_no_status') : say('entry_status', { quoted: text.slice(0, 40) }));
    return 'information';
  }

  private direction(text: string): Direction {
    if (text !== 'CRDT' && text !== 'DBIT') this.fault('bad_value', say('direction_bad', { quoted: text.slice(0, 40) }));
    return text;
  }

  private date(text: string): CalendarDate {
    return this.dates.read(text) ?? this.fault('bad_date', say('date_bad_iso', { quoted: text.slice(0, 40) }));
  }

  /** Some banks compute their balances in floating point and write what comes out; one that is within a trice of a cent is that cent. */
  private balanceMoney(text: string): Money | null {
    if (this.currency === noCurrency && /^0*\.?0*$/.test(text)) {
      this.warn('no_currency', say('nothing_balance'));
      this.balance.isOfNothing = true;
      return null;
    }
    const near = /^(\d{1,15}\.\d\d)(?:(0)000+\d*|9999+\d*)$/.exec(text);
    if (!near || /^0*$/.test(text.slice(near[1]!.length))) return this.money(text);
    const { minor, currency } = this.money(near[1]!);
    this.warn('balance_in_doubt', say('balance_nearest', { quoted: text.slice(0, 40) }));
    return { minor: near[2] === undefined ? minor + 1n : minor, currency };
  }

  private money(text: string): Money {
    if (this.currency === '') this.fault('missing_element', say('amount_no_currency'));
    try {
      return decimalMoney(text, this.currency);
    } catch (error) {
      if (error instanceof AmountFault) this.fault(error.code, error.said);
      throw error;
    }
  }

  /** What is said beside the entry's own amount moves no money: where it is in no currency it is left out. */
  private saidMoney(text: string): Money | null {
    if (this.currency !== noCurrency) return this.money(text);
    this.warn('no_currency', say('nothing_amount', { quoted: text.slice(0, 40) }));
    return null;
  }

  private accountCurrency(code: string): string | null {
    this.currency = code;
    if (code !== noCurrency) return this.money('0').currency;
    this.warn('no_currency', say('nothing_account'));
    return null;
  }

  private withRecord(place: Place): Place {
    return this.entry ? { ...place, record: this.statement.entries } : place;
  }

  private warn(code: WarningCode, said: Sentence): void {
    if (!this.warnings.isFull) this.warnings.add(code, this.withRecord(this.xml.place()), said, this.xml.excerpt());
  }

  private fault(code: FaultCode, problem: Sentence): never {
    throw new StatementFault(code, this.context.file, this.withRecord(this.xml.place()), problem, this.xml.excerpt());
  }
}
