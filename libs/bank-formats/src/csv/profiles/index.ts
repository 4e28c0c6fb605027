import type { CsvProfile } from '../csv-profile.js';
import { amex } from './amex.js';
import { asnBank } from './asn-bank.js';
import { bankAustria } from './bank-austria.js';
import { barclaycard } from './barclaycard.js';
import { boursobank } from './boursobank.js';
import { dbs } from './dbs.js';
import { lcl } from './lcl.js';
import { neon } from './neon.js';
import { qonto, qontoFrench } from './qonto.js';
import { revolutBusiness } from './revolut-business.js';
import { ubs, ubsEnglish } from './ubs.js';
import { wise, wiseTransfers } from './wise.js';

/** Every bank profile; a new one is a file beside this and a line here. Most banks need none: their titles say it all. */
export const profiles: readonly CsvProfile[] = [amex, asnBank, bankAustria, barclaycard, boursobank, dbs, lcl, neon, qonto, qontoFrench, revolutBusiness, ubs, ubsEnglish, wise, wiseTransfers];
