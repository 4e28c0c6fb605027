import { digestBytes, digests } from './rows';

/** SHA-256 (FIPS 180-4) of four texts at once, one in each lane of a vector. */
const lanes = 4;
/** Bytes for a text and what SHA-256 puts behind it: two rows and the longest account have room. */
const textBytes = 16384;
const texts = memory.data(lanes * textBytes, 16);
/** Of each lane the row that its text is of, and blocks of 64 bytes. */
const rowOf = memory.data(4 * lanes);
const blocksOf = memory.data(4 * lanes);
let used = 0;

const words = memory.data(64 * 16, 16);
const state = memory.data(3 * 16, 16);
const constants = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** Where the next text that is to be digested shall stand. */
export function nextText(): usize {
  return texts + <usize>used * textBytes;
}

/** The text that stands there ends before `end`: its digest is that of the row, by the time that `digestHeld` is called. */
export function hold(row: i32, end: usize): void {
  const text = nextText();
  const length = end - text;
  const blocks = (length + 8) / 64 + 1;
  store<u8>(end, 0x80);
  memory.fill(end + 1, 0, text + blocks * 64 - end - 1);
  store<u32>(text + blocks * 64 - 4, bswap(<u32>length << 3));
  store<i32>(rowOf + (<usize>used << 2), row);
  store<usize>(blocksOf + (<usize>used << 2), blocks);
  if (++used == lanes) digestHeld();
}

export function digestHeld(): void {
  let most: usize = 0;
  for (let lane = 0; lane < used; lane++) most = max(most, load<usize>(blocksOf + (<usize>lane << 2)));
  let a = i32x4.splat(0x6a09e667);
  let b = i32x4.splat(0xbb67ae85);
  let c = i32x4.splat(0x3c6ef372);
  let d = i32x4.splat(0xa54ff53a);
  let e = i32x4.splat(0x510e527f);
  let f = i32x4.splat(0x9b05688c);
  let g = i32x4.splat(0x1f83d9ab);
  let h = i32x4.splat(0x5be0cd19);
  for (let block: usize = 0; block < most; block++) {
    schedule(texts + block * 64);
    const a0 = a, b0 = b, c0 = c, d0 = d, e0 = e, f0 = f, g0 = g, h0 = h;
    for (let i: usize = 0; i < 64; i++) {
      const both = ofBoth(e, f, g, h, i);
      const one = ofOne(a, b, c);
      h = g;
      g = f;
      f = e;
      e = i32x4.add(d, both);
      d = c;
      c = b;
      b = a;
      a = i32x4.add(both, one);
    }
    a = i32x4.add(a, a0);
    b = i32x4.add(b, b0);
    c = i32x4.add(c, c0);
    d = i32x4.add(d, d0);
    e = i32x4.add(e, e0);
    f = i32x4.add(f, f0);
    g = i32x4.add(g, g0);
    h = i32x4.add(h, h0);
    give(block + 1, a, b, c);
  }
  used = 0;
}

/** The beginnings of the digests of the texts that have so many blocks. */
function give(blocks: usize, a: v128, b: v128, c: v128): void {
  v128.store(state, bigEndian(a));
  v128.store(state, bigEndian(b), 16);
  v128.store(state, bigEndian(c), 32);
  for (let lane: usize = 0; lane < <usize>used; lane++) {
    if (load<usize>(blocksOf + (lane << 2)) != blocks) continue;
    const at = digests + <usize>load<i32>(rowOf + (lane << 2)) * digestBytes;
    const word = state + (lane << 2);
    store<u32>(at, load<u32>(word));
    store<u32>(at, load<u32>(word, 16), 4);
    store<u32>(at, load<u32>(word, 32), 8);
  }
}

function bigEndian(words: v128): v128 {
  return i8x16.shuffle(words, words, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** The words of one block of each text. */
function schedule(block: usize): void {
  for (let i: usize = 0; i < 64; i += 16) {
    const first = bigEndian(v128.load(block + i));
    const second = bigEndian(v128.load(block + textBytes + i));
    const third = bigEndian(v128.load(block + 2 * textBytes + i));
    const fourth = bigEndian(v128.load(block + 3 * textBytes + i));
    const low = v128.shuffle<i32>(first, second, 0, 4, 1, 5);
    const high = v128.shuffle<i32>(first, second, 2, 6, 3, 7);
    const low2 = v128.shuffle<i32>(third, fourth, 0, 4, 1, 5);
    const high2 = v128.shuffle<i32>(third, fourth, 2, 6, 3, 7);
    const into = words + (i << 2);
    v128.store(into, v128.shuffle<i64>(low, low2, 0, 2));
    v128.store(into, v128.shuffle<i64>(low, low2, 1, 3), 16);
    v128.store(into, v128.shuffle<i64>(high, high2, 0, 2), 32);
    v128.store(into, v128.shuffle<i64>(high, high2, 1, 3), 48);
  }
  for (let at = words + 256; at < words + 1024; at += 16) {
    const two = v128.load(at - 32);
    const fifteen = v128.load(at - 240);
    const sum = i32x4.add(v128.load(at - 256), v128.load(at - 112));
    const older = v128.xor(v128.xor(turned(fifteen, 7), turned(fifteen, 18)), i32x4.shr_u(fifteen, 3));
    const newer = v128.xor(v128.xor(turned(two, 17), turned(two, 19)), i32x4.shr_u(two, 10));
    v128.store(at, i32x4.add(sum, i32x4.add(older, newer)));
  }
}

/** What both new words of round `i` have. */
function ofBoth(e: v128, f: v128, g: v128, h: v128, i: usize): v128 {
  const sums = v128.xor(v128.xor(turned(e, 6), turned(e, 11)), turned(e, 25));
  const chosen = v128.xor(g, v128.and(e, v128.xor(f, g)));
  return i32x4.add(i32x4.add(i32x4.add(h, sums), chosen), i32x4.add(v128.load(words + (i << 4)), v128.load_splat<i32>(constants + (i << 2))));
}

/** What only one of them has. */
function ofOne(a: v128, b: v128, c: v128): v128 {
  const sums = v128.xor(v128.xor(turned(a, 2), turned(a, 13)), turned(a, 22));
  return i32x4.add(sums, v128.xor(v128.and(a, b), v128.and(c, v128.xor(a, b))));
}

function turned(words: v128, bits: i32): v128 {
  return v128.or(i32x4.shr_u(words, bits), i32x4.shl(words, 32 - bits));
}
