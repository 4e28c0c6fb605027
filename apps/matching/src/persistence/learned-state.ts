import { learningVersion } from '@lettrage/matching-engine';
import { type Transaction } from '@lettrage/persistence';

/** What an engine had learned, packed, and from which lessons. */
export interface LearnedState {
  /** The number of the last lessons that it knows. */
  readonly told: number;
  readonly lessons: number;
  readonly learning: Uint8Array;
}

/** What was stored, if every lesson in it still is one and this version of the engine understands it. */
export async function readLearnedState(tx: Transaction, lessonsMark: bigint): Promise<LearnedState | undefined> {
  const [stored] = await tx.query<LearnedState[]>('select told, lessons, learning from learned_state where lessons_mark = $1 and version = $2', [lessonsMark, learningVersion]);
  return stored;
}

export async function writeLearnedState(tx: Transaction, organisationId: string, lessonsMark: bigint, { told, lessons, learning }: LearnedState): Promise<void> {
  await tx.query(
    `insert into learned_state (organisation_id, version, lessons_mark, told, lessons, learning) values ($1, $2, $3, $4, $5, $6)
     on conflict (organisation_id) do update set version = excluded.version, lessons_mark = excluded.lessons_mark, told = excluded.told, lessons = excluded.lessons, learning = excluded.learning`,
    [organisationId, learningVersion, lessonsMark, told, lessons, Buffer.from(learning)],
  );
}
