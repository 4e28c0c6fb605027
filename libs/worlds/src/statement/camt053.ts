import { formatDecimal, minorUnits } from '@lettrage/money';
import type { WorldStatement, WorldTransaction } from '../world.js';

const namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';

/** The statement as CAMT.053.001.08, in chunks of text; transactions that share an entry become one entry with details. */
export function* camt053(statement: WorldStatement): Generator<string> {
  yield statementHead(statement);
  let chunk = '';
  for (const transactions of entriesOf(statement.transactions)) {
    chunk += entryXml(transactions);
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}${statementTail}`;
}

export const statementTail = '</Stmt></BkToCstmrStmt></Document>\n';

export function statementHead({ account, id, sequence, from, to, openingMinor, closingMinor }: Omit<WorldStatement, 'transactions'>): string {
  const created = `${to}T23:59:59+01:00`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><BkToCstmrStmt>` +
    `<GrpHdr><MsgId>${escapeXml(id)}</MsgId><CreDtTm>${created}</CreDtTm></GrpHdr>` +
    `<Stmt><Id>${escapeXml(id)}</Id><ElctrncSeqNb>${sequence}</ElctrncSeqNb><CreDtTm>${created}</CreDtTm>` +
    `<FrToDt><FrDtTm>${from}T00:00:00+01:00</FrDtTm><ToDtTm>${to}T23:59:59+01:00</ToDtTm></FrToDt>` +
    `<Acct><Id><IBAN>${account.iban}</IBAN></Id><Ccy>${account.currency}</Ccy><Ownr><Nm>${escapeXml(account.owner)}</Nm></Ownr>` +
    `<Svcr><FinInstnId><BICFI>${account.bic}</BICFI></FinInstnId></Svcr></Acct>` +
    balance('OPBD', openingMinor, account.currency, from) +
    `${balance('CLBD', closingMinor, account.currency, to)}\n`
  );
}

function balance(code: string, minor: bigint, currency: string, date: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(minor, currency)}<Dt><Dt>${date}</Dt></Dt></Bal>`;
}

/** `Amt` is unsigned; the indicator beside it carries the sign. */
function amount(minor: bigint, currency: string): string {
  const size = formatDecimal(minor < 0n ? -minor : minor, minorUnits(currency));
  return `<Amt Ccy="${currency}">${size}</Amt><CdtDbtInd>${minor < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
}

function* entriesOf(transactions: readonly WorldTransaction[]): Generator<WorldTransaction[]> {
  let entry: WorldTransaction[] = [];
  for (const transaction of transactions) {
    if (entry.length > 0 && entry[0]!.entry !== transaction.entry) {
      yield entry;
      entry = [];
    }
    entry.push(transaction);
  }
  if (entry.length > 0) yield entry;
}

/** One `Ntry`; the transactions are of one day, currency and direction. */
export function entryXml(transactions: readonly WorldTransaction[], address = ''): string {
  const first = transactions[0]!;
  const total = transactions.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const [domain, family, subFamily] = first.transactionCode.split('/');
  const batch = transactions.length > 1 ? `<Btch><NbOfTxs>${transactions.length}</NbOfTxs></Btch>` : '';
  return (
    `<Ntry><NtryRef>${first.entry}</NtryRef>${amount(total, first.currency)}<Sts><Cd>BOOK</Cd></Sts>` +
    `<BookgDt><Dt>${first.bookingDate}</Dt></BookgDt><ValDt><Dt>${first.valueDate}</Dt></ValDt><AcctSvcrRef>${first.entry}</AcctSvcrRef>` +
    `<BkTxCd><Domn><Cd>${domain}</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls>${batch}${transactions.map((transaction) => detailsXml(transaction, address)).join('')}</NtryDtls></Ntry>\n`
  );
}

function detailsXml(transaction: WorldTransaction, address: string): string {
  const { reference, endToEndId, amountMinor, currency, remittanceLines, structuredReference, returnReason } = transaction;
  const lines = remittanceLines.map((line) => `<Ustrd>${escapeXml(line)}</Ustrd>`).join('');
  const structured = structuredReference === null ? '' : structuredXml(structuredReference);
  return (
    `<TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef><EndToEndId>${escapeXml(endToEndId ?? 'NOTPROVIDED')}</EndToEndId></Refs>` +
    `${amount(amountMinor, currency)}${partyXml(transaction, address)}${lines + structured === '' ? '' : `<RmtInf>${lines}${structured}</RmtInf>`}` +
    `${returnReason === null ? '' : `<RtrInf><Rsn><Cd>${returnReason}</Cd></Rsn></RtrInf>`}</TxDtls>`
  );
}

/** RF references are ISO's own kind; the Belgian one names its issuer. */
function structuredXml(reference: string): string {
  const issuer = reference.startsWith('RF') ? 'ISO' : 'BBA';
  return `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>${issuer}</Issr></Tp><Ref>${escapeXml(reference)}</Ref></CdtrRefInf></Strd>`;
}

function partyXml({ amountMinor, counterpartyName, counterpartyIban }: WorldTransaction, address: string): string {
  const role = amountMinor < 0n ? 'Cdtr' : 'Dbtr';
  const name = counterpartyName === null ? '' : `<${role}><Pty><Nm>${escapeXml(counterpartyName)}</Nm>${address}</Pty></${role}>`;
  const account = counterpartyIban === null ? '' : `<${role}Acct><Id><IBAN>${counterpartyIban}</IBAN></Id></${role}Acct>`;
  return name + account === '' ? '' : `<RltdPties>${name}${account}</RltdPties>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
