import { parentPort } from 'node:worker_threads';
import { type Answered, type Asked } from './wire.js';

/** The thread's side: calls `answer` for each question in its order. What fails for a question is told to its asker; what fails for something told ends the thread. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer): void {
  const port = parentPort!;
  port.on('message', ({ id, question }: Asked<Question>) => {
    if (id === null) {
      answer(question);
      return;
    }
    let said: Answered<Answer>;
    try {
      said = { id, answer: answer(question) };
    } catch (error) {
      said = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    port.postMessage(said);
  });
}
