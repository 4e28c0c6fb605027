/** The PostgreSQL channel on which a received file is announced to whoever imports. */
export const importChannel = 'lettrage_bank_import';
