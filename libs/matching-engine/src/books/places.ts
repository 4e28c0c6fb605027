import { withRoom } from './growing.js';

/** A set of places of customers (see `Directory`) that is emptied at once. */
export class Places {
  private rounds = new Int32Array(64);
  private round = 1;
  size = 0;

  add(place: number): void {
    this.rounds = withRoom(this.rounds, place + 1);
    if (this.rounds[place] === this.round) return;
    this.rounds[place] = this.round;
    this.size++;
  }

  has(place: number): boolean {
    return place < this.rounds.length && this.rounds[place] === this.round;
  }

  clear(): void {
    this.round++;
    this.size = 0;
  }
}
