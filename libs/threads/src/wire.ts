/** What crosses between the two sides. `id` is null for what is told and needs no answer. */
export interface Asked<Question> {
  readonly id: number | null;
  readonly question: Question;
}

export type Answered<Answer> = { readonly id: number; readonly answer: Answer } | { readonly id: number; readonly error: string };
