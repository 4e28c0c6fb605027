import { branch, leaf, leafWithAttributes, PathMachine, type PathRule } from '../xml/path-machine.js';
import { wants } from '../xml/xml-handler.js';

/** What the CAMT reader does at a place. Entry and transaction details share the places that they have in common. */
export enum At {
  Nothing,
  Document, Message, CreationTime, MessageLastPage, MessagePage,
  Statement, StatementId, Sequence, LegalSequence, LastPage, PageNumber, Copy, From, To,
  Iban, AccountOther, AccountCurrency,
  Balance, BalanceType, BalanceAmount, BalanceDirection, BalanceDate,
  TotalCount, TotalSum, CreditCount, CreditSum, DebitCount, DebitSum,
  Entry, EntryReference, Amount, Direction, Reversal, Status, BookingDate, ValueDate, ServicerReference,
  Domain, Family, SubFamily, ProprietaryCode, InstructedAmount, TransactionAmount, CounterValue,
  Exchange, ExchangeSource, ExchangeTarget, ExchangeUnit, ExchangeRate,
  Charge, ChargeTotal, ChargeAmount, ChargeDirection, ChargeIncluded, EntryText, BatchCount, BatchId,
  Details, EndToEndId, MandateId, Purpose,
  DebtorName, DebtorIban, DebtorAccount, DebtorAccountName, UltimateDebtor,
  CreditorName, CreditorIban, CreditorAccount, CreditorAccountName, UltimateCreditor,
  Unstructured, Structured, ReferredDocument, DocumentType, DocumentNumber, DocumentDate, DocumentsDate, AmountType, TypedAmount, RemittedAmount, DueAmount, CreditNoteAmount,
  CreditorReference, AdditionalRemittance, ReturnReason, DetailsText,
}

type Rule = [path: string, action: At, wants?: number];

const statement = 'BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn|BkToCstmrStmtV01|BkToCstmrAcctRptV01|BkToCstmrDbtCdtNtfctnV01/Stmt|Rpt|Ntfctn';
const message = statement.slice(0, statement.lastIndexOf('/'));

const headerRules: Rule[] = [
  ['', At.Message, wants.enter],
  ['GrpHdr/CreDtTm', At.CreationTime],
  ['GrpHdr/MsgPgntn/LastPgInd', At.MessageLastPage],
  ['GrpHdr/MsgPgntn/PgNb', At.MessagePage],
];

const statementRules: Rule[] = [
  ['', At.Statement, branch],
  ['Id', At.StatementId],
  ['ElctrncSeqNb', At.Sequence],
  ['LglSeqNb', At.LegalSequence],
  ['StmtPgntn|RptPgntn|NtfctnPgntn/LastPgInd', At.LastPage],
  ['StmtPgntn|RptPgntn|NtfctnPgntn/PgNb', At.PageNumber],
  ['CpyDplctInd', At.Copy],
  ['CreDtTm', At.CreationTime],
  ['FrToDt/FrDtTm|FrDt', At.From],
  ['FrToDt/ToDtTm|ToDt', At.To],
  ['Acct/Id/IBAN', At.Iban],
  ['Acct/Id/Othr|PrtryAcct/Id', At.AccountOther],
  ['Acct/Id/BBAN|UPIC', At.AccountOther],
  ['Acct/Prxy/Id', At.AccountOther],
  ['Acct/Ccy', At.AccountCurrency],
  ['Bal', At.Balance, branch],
  // V01 of camt.052 has the balance's code without the choice around it.
  ['Bal/Tp/Cd', At.BalanceType],
  ['Bal/Tp/CdOrPrtry/Cd|Prtry', At.BalanceType],
  ['Bal/Amt', At.BalanceAmount, leafWithAttributes],
  ['Bal/CdtDbtInd', At.BalanceDirection],
  ['Bal/Dt/Dt|DtTm', At.BalanceDate],
  ['TxsSummry/TtlNtries/NbOfNtries', At.TotalCount],
  ['TxsSummry/TtlNtries/Sum', At.TotalSum],
  ['TxsSummry/TtlCdtNtries/NbOfNtries', At.CreditCount],
  ['TxsSummry/TtlCdtNtries/Sum', At.CreditSum],
  ['TxsSummry/TtlDbtNtries/NbOfNtries', At.DebitCount],
  ['TxsSummry/TtlDbtNtries/Sum', At.DebitSum],
];

/** What an entry and its transaction details have in common. */
const movementRules: Rule[] = [
  ['Amt', At.Amount, leafWithAttributes],
  ['CdtDbtInd', At.Direction],
  ['BkTxCd/Domn/Cd', At.Domain],
  ['BkTxCd/Domn/Fmly/Cd', At.Family],
  ['BkTxCd/Domn/Fmly/SubFmlyCd', At.SubFamily],
  ['BkTxCd/Prtry/Cd', At.ProprietaryCode],
  ['AmtDtls/InstdAmt/Amt', At.InstructedAmount, leafWithAttributes],
  ['AmtDtls/TxAmt/Amt', At.TransactionAmount, leafWithAttributes],
  ['AmtDtls/CntrValAmt/Amt', At.CounterValue, leafWithAttributes],
  ['AmtDtls/InstdAmt|TxAmt|CntrValAmt|AnncdPstngAmt|PrtryAmt/CcyXchg', At.Exchange, branch],
  ['AmtDtls/InstdAmt|TxAmt|CntrValAmt|AnncdPstngAmt|PrtryAmt/CcyXchg/SrcCcy', At.ExchangeSource],
  ['AmtDtls/InstdAmt|TxAmt|CntrValAmt|AnncdPstngAmt|PrtryAmt/CcyXchg/TrgtCcy', At.ExchangeTarget],
  ['AmtDtls/InstdAmt|TxAmt|CntrValAmt|AnncdPstngAmt|PrtryAmt/CcyXchg/UnitCcy', At.ExchangeUnit],
  ['AmtDtls/InstdAmt|TxAmt|CntrValAmt|AnncdPstngAmt|PrtryAmt/CcyXchg/XchgRate', At.ExchangeRate],
  // Up to V03 Chrgs itself repeats; from V04 it holds records.
  ['Chrgs', At.Charge, branch],
  ['Chrgs/TtlChrgsAndTaxAmt', At.ChargeTotal, leafWithAttributes],
  ['Chrgs/Amt', At.ChargeAmount, leafWithAttributes],
  ['Chrgs/CdtDbtInd', At.ChargeDirection],
  ['Chrgs/ChrgInclInd', At.ChargeIncluded],
  ['Chrgs/Rcrd', At.Charge, branch],
  ['Chrgs/Rcrd/Amt', At.ChargeAmount, leafWithAttributes],
  ['Chrgs/Rcrd/CdtDbtInd', At.ChargeDirection],
  ['Chrgs/Rcrd/ChrgInclInd', At.ChargeIncluded],
];

const entryRules: Rule[] = [
  ['', At.Entry, branch],
  ...movementRules,
  ['NtryRef', At.EntryReference],
  ['RvslInd', At.Reversal],
  ['Sts', At.Status],
  ['Sts/Cd|Prtry', At.Status],
  ['BookgDt/Dt|DtTm', At.BookingDate],
  ['ValDt/Dt|DtTm', At.ValueDate],
  ['AcctSvcrRef', At.ServicerReference],
  ['AddtlNtryInf', At.EntryText],
  ['NtryDtls/Btch/NbOfTxs', At.BatchCount],
  ['NtryDtls/Btch/MsgId|PmtInfId', At.BatchId],
  // V01 has no NtryDtls around it.
  ['Btch/NbOfTxs', At.BatchCount],
  ['Btch/MsgId|PmtInfId', At.BatchId],
];

const detailsRules: Rule[] = [
  ['', At.Details, branch],
  ...movementRules,
  ['Refs/AcctSvcrRef', At.ServicerReference],
  ['Refs/EndToEndId', At.EndToEndId],
  ['Refs/MndtId', At.MandateId],
  // The names nest from V07 on: a party, or the bank itself as a party.
  ['RltdPties/Dbtr/Nm', At.DebtorName],
  ['RltdPties/Dbtr/Pty/Nm', At.DebtorName],
  ['RltdPties/Dbtr/Agt/FinInstnId/Nm', At.DebtorName],
  ['RltdPties/DbtrAcct/Id/IBAN', At.DebtorIban],
  ['RltdPties/DbtrAcct/Id/Othr|PrtryAcct/Id', At.DebtorAccount],
  ['RltdPties/DbtrAcct/Id/BBAN', At.DebtorAccount],
  ['RltdPties/DbtrAcct/Nm', At.DebtorAccountName],
  ['RltdPties/UltmtDbtr/Nm', At.UltimateDebtor],
  ['RltdPties/UltmtDbtr/Pty/Nm', At.UltimateDebtor],
  ['RltdPties/UltmtDbtr/Agt/FinInstnId/Nm', At.UltimateDebtor],
  ['RltdPties/Cdtr/Nm', At.CreditorName],
  ['RltdPties/Cdtr/Pty/Nm', At.CreditorName],
  ['RltdPties/Cdtr/Agt/FinInstnId/Nm', At.CreditorName],
  ['RltdPties/CdtrAcct/Id/IBAN', At.CreditorIban],
  ['RltdPties/CdtrAcct/Id/Othr|PrtryAcct/Id', At.CreditorAccount],
  ['RltdPties/CdtrAcct/Id/BBAN', At.CreditorAccount],
  ['RltdPties/CdtrAcct/Nm', At.CreditorAccountName],
  ['RltdPties/UltmtCdtr/Nm', At.UltimateCreditor],
  ['RltdPties/UltmtCdtr/Pty/Nm', At.UltimateCreditor],
  ['RltdPties/UltmtCdtr/Agt/FinInstnId/Nm', At.UltimateCreditor],
  ['Purp/Cd|Prtry', At.Purpose],
  ['RmtInf/Ustrd', At.Unstructured],
  ['RmtInf/Strd', At.Structured, branch],
  ['RmtInf/Strd/RfrdDocInf', At.ReferredDocument, branch],
  ['RmtInf/Strd/RfrdDocInf/Tp/CdOrPrtry/Cd|Prtry', At.DocumentType],
  ['RmtInf/Strd/RfrdDocInf/Nb', At.DocumentNumber],
  // V12 says beside the date what happened on it.
  ['RmtInf/Strd/RfrdDocInf/RltdDt', At.DocumentDate],
  ['RmtInf/Strd/RfrdDocInf/RltdDt/Dt', At.DocumentDate],
  // V01.
  ['RmtInf/Strd/RfrdDocInf/RfrdDocTp/Cd|Prtry', At.DocumentType],
  ['RmtInf/Strd/RfrdDocInf/RfrdDocNb', At.DocumentNumber],
  ['RmtInf/Strd/RfrdDocRltdDt', At.DocumentsDate],
  ['RmtInf/Strd/RfrdDocAmt/RmtdAmt', At.RemittedAmount, leafWithAttributes],
  ['RmtInf/Strd/RfrdDocAmt/DuePyblAmt', At.DueAmount, leafWithAttributes],
  ['RmtInf/Strd/RfrdDocAmt/CdtNoteAmt', At.CreditNoteAmount, leafWithAttributes],
  // V12 has one list of amounts, each with its type before it.
  ['RmtInf/Strd/RfrdDocAmt/RmtAmtAndTp/Tp/Cd|Prtry', At.AmountType],
  ['RmtInf/Strd/RfrdDocAmt/RmtAmtAndTp/Amt', At.TypedAmount, leafWithAttributes],
  ['RmtInf/Strd/CdtrRefInf/Ref', At.CreditorReference],
  ['RmtInf/Strd/CdtrRefInf/CdtrRef', At.CreditorReference],
  ['RmtInf/Strd/AddtlRmtInf', At.AdditionalRemittance],
  ['RtrInf/Rsn/Cd|Prtry', At.ReturnReason],
  ['RtrInf/RtrRsn/Cd|Prtry', At.ReturnReason],
  ['AddtlTxInf', At.DetailsText],
];

function under(prefix: string, rules: readonly Rule[]): PathRule<At>[] {
  return rules.map(([path, action, want]) => ({ path: path === '' ? prefix : `${prefix}/${path}`, action, wants: want ?? leaf }));
}

// The message may stand in an envelope of the transport network: the machine looks for Document at any depth.
export const camtMachine = new PathMachine<At>([
  { path: 'Document', action: At.Document, wants: wants.enter | wants.attributes },
  ...under(`Document/${message}`, headerRules),
  ...under(`Document/${statement}`, statementRules),
  ...under(`Document/${statement}/Ntry`, entryRules),
  // V01 has the details directly below the entry.
  ...under(`Document/${statement}/Ntry/TxDtls`, detailsRules),
  ...under(`Document/${statement}/Ntry/NtryDtls/TxDtls`, detailsRules),
]);
