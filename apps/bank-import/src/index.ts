export { bankImportSchema } from './persistence/schema.js';
export { startBankImport } from './start-bank-import.js';
export { bankImportSettings, type BankImportSettings } from './bank-import.config.js';
