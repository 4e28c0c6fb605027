import { answerQuestions } from '@lettrage/threads';
import { EngineShelf } from './engine-shelf.js';

const shelf = new EngineShelf();
answerQuestions(shelf.answer.bind(shelf));
