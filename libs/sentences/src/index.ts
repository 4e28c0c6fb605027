export { filledIn, onTheWire, type Saying, type Sentence, sentencesOf, type Templates } from './sentence.js';
export { moneySentences, saidOfMoney } from './money-sentences.js';
export { type Words, type WordsOfCode } from './words.js';
