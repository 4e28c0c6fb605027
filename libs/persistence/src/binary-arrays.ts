/**
 * The values with their lists in PostgreSQL's binary form, where the statement says of what they are (`$3::uuid[]`). As text each element is quoted on this side and read letter
 * by letter on the other, which for the rows of an import takes as long as storing them. What has not its type's form stays text: the server then says what is wrong.
 */
export function withBinaryLists(statement: string, values: readonly unknown[]): unknown[] {
  const types = typesOf(statement);
  return values.map((value, index) => (Array.isArray(value) && types[index] ? (bytesOf(value, types[index]) ?? value) : value));
}

/** How an element is written; false where it has not the type's form. */
interface ElementType {
  readonly oid: number;
  readonly write: (room: Room, element: unknown) => boolean;
}

const statementsKept = 1000;
const known = new Map<string, readonly (ElementType | undefined)[]>();

/** Of each parameter, what its list is of, where the first thing that the statement says of it is that: then this is the parameter's type. */
function typesOf(statement: string): readonly (ElementType | undefined)[] {
  const kept = known.get(statement);
  if (kept) return kept;
  const types: (ElementType | undefined)[] = [];
  const seen = new Set<number>();
  for (const [, number, name] of statement.matchAll(/\$(\d+)(?:::([a-z]+)\[\])?/g)) {
    const index = Number(number) - 1;
    if (!seen.has(index) && name !== undefined) types[index] = elementTypes[name];
    seen.add(index);
  }
  if (known.size >= statementsKept) known.clear();
  known.set(statement, types);
  return types;
}

/** Undefined where an element has not the form of the type, and then nothing is decided here. */
function bytesOf(list: readonly unknown[], { oid, write }: ElementType): Buffer | undefined {
  const room = new Room(20 + list.length * 24);
  room.int(list.length === 0 ? 0 : 1); // dimensions
  room.int(1); // there may be nulls
  room.int(oid);
  if (list.length > 0) {
    room.int(list.length);
    room.int(1); // the first index
  }
  for (const element of list) {
    if (element === null || element === undefined) room.int(-1);
    else if (!write(room, element)) return undefined;
  }
  return room.written();
}

/** Bytes that grow as they are written. */
class Room {
  private bytes: Buffer;
  private at = 0;

  constructor(atFirst: number) {
    this.bytes = Buffer.allocUnsafe(atFirst);
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  int(value: number): void {
    this.take(4);
    this.bytes.writeInt32BE(value, this.at - 4);
  }

  /** A number of eight bytes, exact up to 2^53. */
  long(value: number): void {
    this.int(Math.floor(value / 2 ** 32));
    this.int(value | 0);
  }

  veryLong(value: bigint): void {
    this.take(8);
    this.bytes.writeBigInt64BE(value, this.at - 8);
  }

  short(value: number): void {
    this.take(2);
    this.bytes.writeInt16BE(value, this.at - 2);
  }

  byte(value: number): void {
    this.take(1);
    this.bytes[this.at - 1] = value;
  }

  /** The length of the text in bytes, with `before` bytes that come first, and the text. */
  text(text: string, before?: number): void {
    const start = this.at;
    this.int(0);
    if (before !== undefined) this.byte(before);
    const most = text.length > 1000 ? Buffer.byteLength(text) : text.length * 3;
    this.take(most);
    this.at -= most;
    if (text.length > 60 || !this.letters(text)) this.at += this.bytes.write(text, this.at);
    this.bytes.writeInt32BE(this.at - start - 4, start);
  }

  /** A UUID in its usual spelling; false for any other text. */
  uuid(text: string): boolean {
    if (text.length !== 36) return false;
    this.int(16);
    this.take(16);
    let at = this.at - 16;
    for (let i = 0; i < 36; ) {
      if (i === 8 || i === 13 || i === 18 || i === 23) {
        if (text.charCodeAt(i) !== 45) return false;
        i += 1;
        continue;
      }
      const high = hexDigits[text.charCodeAt(i)] ?? noDigit;
      const low = hexDigits[text.charCodeAt(i + 1)] ?? noDigit;
      if ((high | low) > 15) return false;
      this.bytes[at++] = (high << 4) | low;
      i += 2;
    }
    return true;
  }

  /** Short texts are mostly plain letters, for which a call into the engine takes longer than writing them. */
  private letters(text: string): boolean {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      this.bytes[this.at + i] = code;
    }
    this.at += text.length;
    return true;
  }

  private take(bytes: number): void {
    this.at += bytes;
    if (this.at <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at));
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}

const noDigit = 16;
const hexDigits = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? noDigit : digit;
});

const elementTypes: Readonly<Record<string, ElementType | undefined>> = {
  uuid: { oid: 2950, write: (room, element) => typeof element === 'string' && room.uuid(element) },
  text: {
    oid: 25,
    write: (room, element) => {
      if (typeof element !== 'string') return false;
      room.text(element);
      return true;
    },
  },
  jsonb: {
    oid: 3802,
    write: (room, element) => {
      if (typeof element !== 'string') return false;
      room.text(element, 1); // the version of the form
      return true;
    },
  },
  int: { oid: 23, write: (room, element) => isWhole(element, 2 ** 31) && sized(room, 4, () => room.int(element)) },
  smallint: { oid: 21, write: (room, element) => isWhole(element, 2 ** 15) && sized(room, 2, () => room.short(element)) },
  bigint: { oid: 20, write: writeBigint },
  boolean: { oid: 16, write: (room, element) => typeof element === 'boolean' && sized(room, 1, () => room.byte(element ? 1 : 0)) },
  date: {
    oid: 1082,
    write: (room, element) => {
      const day = typeof element === 'string' ? daysSince2000(element) : undefined;
      return day !== undefined && sized(room, 4, () => room.int(day));
    },
  },
  timestamptz: { oid: 1184, write: (room, element) => element instanceof Date && isWhole(element.getTime(), 2 ** 42) && sized(room, 8, () => room.long((element.getTime() - startOf2000) * 1000)) },
};

function sized(room: Room, bytes: number, write: () => void): true {
  room.int(bytes);
  write();
  return true;
}

function isWhole(value: unknown, limit: number): value is number {
  return Number.isInteger(value) && (value as number) >= -limit && (value as number) < limit;
}

function writeBigint(room: Room, element: unknown): boolean {
  if (typeof element === 'bigint') {
    if (BigInt.asIntN(64, element) !== element) return false;
    const small = Number(element);
    return sized(room, 8, () => (Number.isSafeInteger(small) ? room.long(small) : room.veryLong(element)));
  }
  return isWhole(element, 2 ** 53) && sized(room, 8, () => room.long(element));
}

const startOf2000 = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/** Undefined for what is no day of the years 1000 to 9999, as it is written at the border. */
function daysSince2000(text: string): number | undefined {
  const parts = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const month = Number(parts[2]) - 1;
  const day = Number(parts[3]);
  const at = Date.UTC(Number(parts[1]), month, day);
  const there = new Date(at);
  return there.getUTCMonth() === month && there.getUTCDate() === day ? (at - startOf2000) / dayMs : undefined;
}
