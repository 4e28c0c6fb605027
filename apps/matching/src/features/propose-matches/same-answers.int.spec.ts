import { expect, it } from '@jest/globals';
import { type ImportedTransaction, transactionsImported } from '@lettrage/contracts';
import { formatDecimal } from '@lettrage/money';
import { newId } from '@lettrage/persistence';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { generateWorld, historyJsonl, type World } from '@lettrage/worlds';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const decimal = (minor: bigint) => formatDecimal(minor, 2);

/** A company of its own with the world's customers, history and open items, each under ids of its own. */
async function company(world: World): Promise<Queue> {
  const queue = new Queue(test);
  const customerIds = new Map<string, string>();
  for (const { id: number, name, country, iban, paymentTermsDays } of world.customers) {
    customerIds.set(number, await queue.customer(name, { customerId: newId(), number, country, iban, paymentTermsDays }));
  }
  const { status } = await test.user(queue.organisationId, 'accountant').send('/history', [...historyJsonl(world.history, world.ledger)].join(''), 'application/jsonl');
  expect(status).toBe(200);
  for (const { number, customerId, issueDate, dueDate, totalMinor, openMinor } of world.invoices) {
    await queue.item(customerIds.get(customerId)!, number, decimal(totalMinor), { itemId: newId(), issueDate, dueDate, open: decimal(openMinor) });
  }
  return queue;
}

function creditsOf(queue: Queue, world: World): ImportedTransaction[] {
  return world.statement.transactions
    .filter(({ amountMinor }) => amountMinor > 0n)
    .map(({ reference, bookingDate, amountMinor, counterpartyName, counterpartyIban, remittanceLines }) =>
      queue.credit(decimal(amountMinor), remittanceLines.join(' '), counterpartyName, { transactionId: newId(), reference, bookingDate, counterpartyIban }),
    );
}

/** What was decided and proposed, under the bank's references and the documents' numbers. */
async function answers(queue: Queue, credits: readonly ImportedTransaction[]): Promise<Map<string, unknown>> {
  const told = new Map<string, unknown>();
  for (const { transactionId, reference } of credits) {
    const { decidedBy, proposals } = await queue.entry(transactionId);
    told.set(reference!, [decidedBy, proposals.map(({ lines, difference, confidence }) => [lines.map(({ number, amount }) => [number, amount]), difference, confidence])]);
  }
  return told;
}

it('what is decided of a file is the same in every company with the same books, and however soon the ledger answers', async () => {
  const world = generateWorld({ seed: 'same-answers', customers: 24, months: 8, today: '2026-11-01', statementDays: 20 });
  const run = async (ledgerAnswersBetween: boolean) => {
    const queue = await company(world);
    const credits = creditsOf(queue, world);
    const statementFileId = newId();
    for (const part of [credits.slice(0, 20), credits.slice(20)]) {
      await queue.hear(says(queue.organisationId, transactionsImported, { statementFileId, bankAccountId: newId(), transactions: part }));
      if (ledgerAnswersBetween) await queue.ledgerAnswers();
    }
    return answers(queue, credits);
  };
  const first = await run(false);
  expect(first.size).toBeGreaterThan(25);
  expect([...first.values()].filter((answer) => (answer as [unknown])[0] === 'automatic').length).toBeGreaterThan(15);
  expect(await run(true)).toEqual(first);
});
