import { runAsProcess } from '@lettrage/http';
import { bankImportSettings } from './bank-import.config.js';
import { startBankImport } from './start-bank-import.js';

await runAsProcess(() => startBankImport(bankImportSettings(process.env)));
