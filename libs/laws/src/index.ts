export { checkBooks, laws, type BooksReport, type UnsettledWork } from './check-books.js';
export { type Law, type Violation } from './law.js';
