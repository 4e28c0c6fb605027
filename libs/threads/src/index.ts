export { answerQuestions } from './answer-questions.js';
export { AnsweringThread } from './answering-thread.js';
