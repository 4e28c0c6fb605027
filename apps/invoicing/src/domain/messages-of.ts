/** One message says at most so many results with at most so many ledger entries (some 400 bytes each), one large result excepted. */
const mostResults = 500;
const mostEntries = 5000;

/** Cuts what there is to say into messages, in order; `entriesOf` tells how many ledger entries a result has. */
export function messagesOf<Result>(results: readonly Result[], entriesOf: (result: Result) => number): Result[][] {
  const messages: Result[][] = [];
  let room = 0;
  for (const result of results) {
    const entries = entriesOf(result);
    const last = messages.at(-1);
    if (last && last.length < mostResults && entries <= room) {
      last.push(result);
      room -= entries;
    } else {
      messages.push([result]);
      room = mostEntries - entries;
    }
  }
  return messages;
}
