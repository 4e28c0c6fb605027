import { type ImportedTransaction } from '@lettrage/contracts';
import { type Entry, Queue } from './a-queue.js';

/** Numbers below `n` that look random and are the same for the same seed (a linear congruence, Numerical Recipes). */
export function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const names = ['Bois du Sud SARL', 'Menuiserie Petit', 'Charpente Durand SAS', 'Maçonnerie Guérin', 'Toitures Lefèvre'];

/** A small company whose bank, ledger and reviewers do everything that they can do, in a random order. */
export class RandomReviewing {
  private readonly customers: string[] = [];
  private number = 100;

  constructor(
    readonly queue: Queue,
    private readonly below: (n: number) => number,
  ) {}

  async begin(): Promise<void> {
    for (const name of names) this.customers.push(await this.queue.customer(name));
    for (let index = 0; index < 8; index++) await this.newItem();
  }

  /** One thing that happens; what reviewers may not do is refused, as it should be. */
  async step(): Promise<void> {
    const { queue, below } = this;
    switch (below(10)) {
      case 0:
      case 1:
        return this.newItem();
      case 2:
      case 3:
      case 4:
        return queue.receive(...Array.from({ length: 1 + below(3) }, () => this.credit()));
      case 5:
        return this.review('waiting', below(3) === 0 ? 'reject' : 'confirm', { rank: 1 });
      case 6:
        return this.review('waiting', 'set-aside');
      case 7:
        return this.review(below(3) === 0 ? 'set_aside' : 'settled', 'undo');
      default:
        return queue.ledgerAnswers(() => (below(4) === 0 ? 'no, says the ledger' : null));
    }
  }

  /** A payment of one of the items, open or paid, named or not, whole or not, from its customer or from someone else. */
  credit(): ImportedTransaction {
    const { queue, below } = this;
    const items = [...queue.items.values()];
    const item = items[below(items.length)]!;
    const cents = Number(item.total.replace('.', ''));
    const paid = [cents, cents, cents, Math.ceil(cents / 2), cents + 500, cents - 12][below(6)]!;
    const payer = [names[this.customers.indexOf(item.customerId)]!, 'HOLDING MARTIN', null][below(8) > 1 ? 0 : 1 + below(2)]!;
    const text = [`FACTURE ${item.number}`, item.number.slice(-3), 'VIREMENT', null][below(8) > 3 ? 0 : below(4)]!;
    return queue.credit(`${Math.floor(paid / 100)}.${String(paid % 100).padStart(2, '0')}`, text, payer, { bookingDate: `2026-10-${String(1 + below(28)).padStart(2, '0')}` });
  }

  private async newItem(): Promise<void> {
    const { below } = this;
    this.number += 1;
    await this.queue.item(this.customers[below(names.length)]!, `FA2026-00${this.number}`, `${100 + below(20) * 10}.${10 + below(90)}`, { dueDate: `2026-10-${10 + below(20)}` });
  }

  private async review(state: Entry['state'], verb: string, body: object = {}): Promise<void> {
    const entries = await this.queue.list(`state=${state}`, 500);
    const entry = entries[this.below(Math.max(1, entries.length))];
    if (entry) await this.queue.reviewer.post(`/queue/${entry.transactionId}/${verb}`, body);
  }
}
