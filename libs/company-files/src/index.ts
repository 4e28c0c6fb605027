export { CompanyFileFault, type CompanyFile, type CompanyPlace } from './company-file.js';
export { catalogue as companyFaults, type CompanyFaultCode } from './catalogue.js';
export { companySentences, say as companySentence } from './company-sentences.js';
export { readCustomers, type CustomerRow } from './customers.js';
export { readInvoices, type InvoiceRow } from './invoices.js';
export { differenceKinds, readHistory, type DifferenceKind, type HistoricAllocation, type HistoricCredit } from './history.js';
export { csvField } from './csv-field.js';
