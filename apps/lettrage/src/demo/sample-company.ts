import { addDays, type CalendarDate } from '@lettrage/calendar';
import { camt053, customersCsv, generateWorld, historyJsonl, invoicesCsv, partOfStatement, statementCsv, toWindows1252 } from '@lettrage/worlds';

/** What a user of a company like this would have on their disk. */
export interface SampleCompany {
  readonly customers: string;
  readonly invoices: string;
  readonly history: string;
  readonly counts: { readonly customers: number; readonly invoices: number; readonly history: number };
  readonly statements: readonly { readonly filename: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

const seed = 'lettrage demo';
const statementDays = 28;
const csvDays = 7;

/** A company of a few hundred customers, the same for the same day: a year of confirmed payments, and four weeks that nobody has looked at. */
export function sampleCompany(today: CalendarDate): SampleCompany {
  const world = generateWorld({ seed, customers: 320, months: 12, today, statementDays, openItemsTarget: 1400 });
  const { from, to } = world.statement;
  const csvFrom = addDays(to, 1 - csvDays);
  return {
    customers: [...customersCsv(world.customers)].join(''),
    invoices: [...invoicesCsv(world.invoices)].join(''),
    history: [...historyJsonl(world.history, world.ledger)].join(''),
    counts: { customers: world.customers.length, invoices: world.invoices.length, history: world.history.length },
    statements: [
      { filename: `statement-${from}.camt053.xml`, bytes: new TextEncoder().encode([...camt053(partOfStatement(world.statement, from, addDays(csvFrom, -1)))].join('')) },
      // The same account's last week as its bank's web site exports it.
      { filename: `export-${csvFrom}.csv`, bytes: new Uint8Array(toWindows1252([...statementCsv(partOfStatement(world.statement, csvFrom, to))].join(''))) },
    ],
  };
}
