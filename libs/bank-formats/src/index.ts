export { readStatementFile, type ReadOptions } from './read-statement-file.js';
export { readWholeStatementFile } from './read-whole-statement-file.js';
export { type BankTransaction, type Charge, type EntryStatus, type FileSummary, type FormatName, type StatementEvent, type StatementSummary, type StatementWarning } from './statement.js';
export { StatementFault, type FaultCode, type WarningCode, type Place, faultCodes, warningCodes, describePlace, remedyOf } from './statement-fault.js';
export { limits } from './limits.js';
