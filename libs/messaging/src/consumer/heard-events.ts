import { type EventContract } from '@lettrage/contracts';
import { type MessageHandler } from './handler.js';

/** What a service does with messages of one name: the form that they must have, and whose they are once they have today's. */
export interface Heard {
  readonly contract: Pick<EventContract<unknown>, 'name' | 'topic' | 'schema'>;
  readonly handler: MessageHandler;
  readonly today: (payload: unknown) => unknown;
}

/** All that these handlers hear, by name: their events, and what earlier builds said in their place. */
export function heardEvents(handlers: readonly MessageHandler[]): ReadonlyMap<string, Heard> {
  const heard = handlers.flatMap((handler): Heard[] => [
    { contract: handler.contract, handler, today: (payload) => payload },
    ...handler.contract.formerly.map(({ contract, today }) => ({ contract, handler, today })),
  ]);
  const byName = new Map(heard.map((event) => [event.contract.name, event]));
  if (byName.size !== heard.length) throw new Error(`two handlers for one event, among ${[...byName.keys()].join(', ')}`);
  return byName;
}
