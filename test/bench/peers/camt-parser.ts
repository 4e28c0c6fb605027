import { parseCamt053 } from 'camt-parser';
import { readFileSync, writeFileSync } from 'node:fs';

// The peer as its README shows it, and what it found as JSON lines: the file as a whole in memory, one tree of it, then its objects.
const [, , file, out] = process.argv;
const { statements } = await parseCamt053(readFileSync(file!, 'utf8'));
const transactions = statements.flatMap((statement) => statement.transactions);
writeFileSync(out!, transactions.map((transaction) => `${JSON.stringify(transaction)}\n`).join(''));
