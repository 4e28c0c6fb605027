import { csvField, readCustomers, readInvoices } from '@lettrage/company-files';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { agedBalance, agedColumns, type AgedRow } from '@lettrage/receivables';
import { writeWhole } from '../cli/output.js';
import { refuseOverwriting } from '../cli/own-files.js';
import { dateOption, readOptions, requiredOption } from './receivables-options.js';

export const usage = 'lettrage aged-balance --customers customers.csv --invoices invoices.csv --as-of YYYY-MM-DD [--out aged.csv]';

/** The aged balance of a company's open items, one row a customer and currency. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions(args, ['customers', 'invoices', 'as-of', 'out'], usage);
  const customersPath = requiredOption(options, 'customers', usage);
  const invoicesPath = requiredOption(options, 'invoices', usage);
  const asOf = dateOption(options, 'as-of', usage);
  await refuseOverwriting([customersPath, invoicesPath], [options['out']]);

  const customers = await readCustomers(customersPath);
  const invoices = await readInvoices(invoicesPath, customers);
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]));
  const rows = agedBalance(invoices, [], asOf);
  await writeWhole(options['out'], async (sink) => {
    await sink.write(`customer_id,customer_name,currency,${agedColumns.join(',')}\n`);
    for (const row of rows) await sink.write(line(row, nameOf.get(row.customerId)!));
  });
}

function line({ customerId, currency, minor }: AgedRow, name: string): string {
  const decimals = minorUnits(currency);
  return `${[csvField(customerId), csvField(name), currency, ...agedColumns.map((column) => formatDecimal(minor[column], decimals))].join(',')}\n`;
}
