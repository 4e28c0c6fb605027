export { generateWorld } from './generate-world.js';
export { forecastCase } from './forecast-case.js';
export { type Habits, type Noise, type NoiseKind, type WorldOptions, noiseKinds, noisePresets, usualHabits, usualNoise } from './options.js';
export { type Language, languages } from './company/words.js';
export { type Home, homes } from './company/home.js';
export { type Country } from './company/identifiers.js';
export type {
  Allocation, BankAccount, DifferenceKind, ForecastCase, OpenWorldInvoice, Truth, World, WorldCustomer, WorldInvoice, WorldStatement, WorldTransaction,
} from './world.js';
export { partOfStatement } from './statement/cut-statement.js';
export { camt053 } from './statement/camt053.js';
export { statementCsv, toWindows1252 } from './statement/statement-csv.js';
export { type LargeStatementOptions, largeStatement } from './statement/large-statement.js';
export { customersCsv, historyJsonl, invoicesCsv, truthJsonl } from './files/company-files.js';
