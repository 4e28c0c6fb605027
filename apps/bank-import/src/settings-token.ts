/** Under this token the module provides its `BankImportSettings`. */
export const SETTINGS = Symbol('settings');
