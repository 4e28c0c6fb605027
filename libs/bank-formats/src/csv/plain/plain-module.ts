import { readFileSync } from 'node:fs';
import type { SingleRole } from '../columns.js';
import { putWords } from './word-tables.js';

/** Of what a compiler of JavaScript code for Node knows nothing. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: Readonly<Record<string, object>>) => { readonly exports: unknown };
};

/** What the module leaves to its host: `assembly/host.ts` says what each promises. Texts are places in the memory, 0 for none. */
export interface PlainHost {
  dateOf(from: number, to: number): number;
  isBalance(from: number, to: number): boolean;
  mayBeTransfer(from: number, to: number): boolean;
  isIdGiven(from: number, to: number): boolean;
  takeReferences(row: number, reference: number, referenceEnd: number, remittance: number, remittanceEnd: number): number;
  settle(): boolean;
  beginFrame(): boolean;
  endFrame(): void;
  digestWide(row: number, from: number, to: number): void;
  writeReferences(row: number, at: number): number;
}

/** Roles of columns that the module reads, by the names that it has for them. */
export const plainRoles = ['bookingDate', 'valueDate', 'amount', 'debit', 'credit', 'balance', 'currency', 'status', 'reference', 'party', 'partyAccount', 'account', 'code'] as const satisfies readonly SingleRole[];

type Variable = (typeof plainRoles)[number] | 'width' | 'decimalSign' | 'debitIsSigned' | 'isUtf8' | 'longestMark' | 'accountLength' | 'currencyLength' | 'dateOfFrame' | 'isInFrame' | 'decimals' | 'count' | 'partCount' | 'lineDecimals';
/** Where in the memory what begins; `assembly/` says what it is. */
type Place = 'input' | 'texts' | 'minor' | 'balances' | 'digests' | 'occurrences' | 'bookingDates' | 'valueDates' | 'rowStarts' | 'cells' | 'labels' | 'others' | 'wordIndex' | 'words' | 'pairs' | 'transfers' | 'identity' | 'currencyText' | 'parts' | 'letters' | 'lines';

export type PlainExports = { readonly [name in Variable]: { value: number } } & { readonly [name in Place | 'mostRows' | 'mostInput' | 'cellCount' | 'linesEnd']: { readonly value: number } } & {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly credits: { value: bigint };
  readonly debits: { value: bigint };
  setDelimiter(code: number): void;
  forgetDates(): void;
  read(from: number, to: number): number;
  writeLines(from: number, to: number): number;
};

/** `assembly/`, compiled ahead of time, which has no collection of garbage and a memory of one size. */
export class PlainModule {
  readonly exports: PlainExports;
  readonly bytes: Uint8Array<ArrayBuffer>;
  private host: PlainHost | null = null;

  private constructor() {
    const host: PlainHost = {
      dateOf: (from, to) => this.host!.dateOf(from, to),
      isBalance: (from, to) => this.host!.isBalance(from, to),
      mayBeTransfer: (from, to) => this.host!.mayBeTransfer(from, to),
      isIdGiven: (from, to) => this.host!.isIdGiven(from, to),
      takeReferences: (row, reference, referenceEnd, remittance, remittanceEnd) => this.host!.takeReferences(row, reference, referenceEnd, remittance, remittanceEnd),
      settle: () => this.host!.settle(),
      beginFrame: () => this.host!.beginFrame(),
      endFrame: () => this.host!.endFrame(),
      digestWide: (row, from, to) => this.host!.digestWide(row, from, to),
      writeReferences: (row, at) => this.host!.writeReferences(row, at),
    };
    this.exports = new WebAssembly.Instance(compiled(), { host }).exports as PlainExports;
    this.bytes = new Uint8Array(this.exports.memory.buffer);
    putWords(this);
  }

  /** A module that nobody else uses until it is given back. */
  static take(host: PlainHost): PlainModule {
    const taken = idle.pop() ?? new PlainModule();
    taken.host = host;
    return taken;
  }

  giveBack(): void {
    this.host = null;
    idle.push(this);
  }

  text(from: number, to: number): string {
    return Buffer.from(this.bytes.buffer, from, to - from).toString('utf8');
  }
}

/** A memory of its own for each file would be much to reserve and to collect; there are as many as files are read at once. */
const idle: PlainModule[] = [];

let module: object | undefined;

function compiled(): object {
  return (module ??= new WebAssembly.Module(readFileSync(new URL('../../../dist/plain-rows.wasm', import.meta.url))));
}
