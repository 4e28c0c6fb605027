import type { bankImportHttp, cashHttp, identityHttp, invoicingHttp, matchingHttp } from '@lettrage/contracts';

/** The bodies of the HTTP contracts under short names; types alone, so that no schema enters the bundle. */
export type Session = identityHttp.Session;
export type StatementFile = bankImportHttp.StatementFile;
export type StatementPreview = bankImportHttp.StatementPreview;
export type StatementSummary = bankImportHttp.StatementSummary;
export type FileProblem = bankImportHttp.FileProblem;
export type UploadResult = bankImportHttp.UploadResult;
export type BankAccount = bankImportHttp.BankAccount;
export type QueueEntry = matchingHttp.QueueEntry;
export type QueueSummary = matchingHttp.QueueSummary;
export type Proposal = matchingHttp.Proposal;
export type CaseState = matchingHttp.CaseState;
export type ConfirmBody = matchingHttp.ConfirmBody;
export type Customer = invoicingHttp.Customer;
export type CreateCustomerBody = invoicingHttp.CreateCustomerBody;
export type OpenItem = invoicingHttp.OpenItem;
export type CreateInvoiceBody = invoicingHttp.CreateInvoiceBody;
export type ImportResult = invoicingHttp.ImportResult;
export type AllocationList = (typeof invoicingHttp.allocationList)['_output'];
export type AgedBalance = cashHttp.AgedBalance;
export type AgedBalanceRow = cashHttp.AgedBalanceRow;
export type Forecast = cashHttp.Forecast;
export type ForecastDay = cashHttp.ForecastDay;
export type { AgedTotals, DifferenceKind, Page, Problem, Reason } from '@lettrage/contracts';
