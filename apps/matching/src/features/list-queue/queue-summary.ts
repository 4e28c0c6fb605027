import { type matchingHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';

type Counts = Omit<matchingHttp.QueueSummary, 'waitingBecause'>;

/** How many cases stand where: of the organisation from its counters, of one file by counting that file. */
export async function queueSummary(tx: Transaction, statementFileId: string | undefined): Promise<matchingHttp.QueueSummary> {
  const [counts] = statementFileId
    ? await tx.query<Counts[]>(
        `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'requested')::int as requested, count(*) filter (where state = 'set_aside')::int as "setAside",
                count(*) filter (where state = 'settled' and decided_by = 'automatic')::int as "settledAutomatically", count(*) filter (where state = 'settled' and decided_by <> 'automatic')::int as "settledByPeople"
         from payment_case where statement_file_id = $1`,
        [statementFileId],
      )
    : await tx.query<Counts[]>(
        `select waiting, requested, set_aside as "setAside", settled_automatically as "settledAutomatically", settled_by_people as "settledByPeople" from organisation_state`,
      );
  const because = await tx.query<{ because: string; cases: number }[]>(
    `select waiting_because as because, count(*)::int as cases from payment_case where state = 'waiting' and ($1::uuid is null or statement_file_id = $1) group by 1`,
    [statementFileId ?? null],
  );
  return { ...(counts ?? { waiting: 0, requested: 0, settledAutomatically: 0, settledByPeople: 0, setAside: 0 }), waitingBecause: Object.fromEntries(because.map((row) => [row.because, row.cases])) };
}
