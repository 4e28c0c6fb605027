export { type CreditorReference, type FoundReference, readCreditorReference, findCreditorReferences, formatCreditorReference } from './creditor-reference.js';
export { isRf, rfReference } from './rf.js';
export { isOgm, ogmReference } from './ogm.js';
export { isQrr, qrrReference } from './qrr.js';
export { ReferenceError } from './reference-error.js';
