// SHA-256 (FIPS 180-4) piece by piece: the browser's own takes a file only as a whole, in memory.

const BLOCK = 64;

/** A digest in the making. */
export interface Sha256 {
  /** Takes the next bytes. */
  update(bytes: Uint8Array): void;
  /** The digest of all bytes. Nothing can be added after it. */
  finish(): Uint8Array;
}

export function createSha256(): Sha256 {
  const state = Int32Array.from(START);
  const pending = new Uint8Array(BLOCK);
  const schedule = new Int32Array(BLOCK);
  let length = 0;

  const update = (bytes: Uint8Array): void => {
    let at = 0;
    const filled = length % BLOCK;
    length += bytes.length;
    if (filled > 0) {
      at = Math.min(BLOCK - filled, bytes.length);
      pending.set(bytes.subarray(0, at), filled);
      if (filled + at < BLOCK) return;
      compress(state, schedule, pending, 0);
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) compress(state, schedule, bytes, at);
    pending.set(bytes.subarray(at));
  };

  return {
    update,
    finish() {
      const bits = new DataView(new ArrayBuffer(8));
      bits.setBigUint64(0, BigInt(length) * 8n);
      // A one, then zeros up to the length at the end of a block (section 5.1.1).
      const zeros = (2 * BLOCK - 9 - (length % BLOCK)) % BLOCK;
      update(Uint8Array.of(0x80, ...new Uint8Array(zeros), ...new Uint8Array(bits.buffer)));
      const digest = new DataView(new ArrayBuffer(32));
      state.forEach((word, index) => digest.setInt32(index * 4, word));
      return new Uint8Array(digest.buffer);
    },
  };
}

/** Section 6.2.2. Written out for speed: this runs for every 64 bytes of a file, on old phones. */
function compress(state: Int32Array, schedule: Int32Array, bytes: Uint8Array, start: number): void {
  for (let index = 0, at = start; index < 16; index += 1, at += 4) {
    schedule[index] =
      (byte(bytes, at) << 24) |
      (byte(bytes, at + 1) << 16) |
      (byte(bytes, at + 2) << 8) |
      byte(bytes, at + 3);
  }
  for (let index = 16; index < 64; index += 1) {
    const early = word(schedule, index - 15);
    const late = word(schedule, index - 2);
    const first = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const second = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    schedule[index] = (word(schedule, index - 16) + first + word(schedule, index - 7) + second) | 0;
  }
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let round = 0; round < 64; round += 1) {
    const sumE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sumE + ((e & f) ^ (~e & g)) + word(ROUNDS, round) + word(schedule, round)) | 0;
    const sumA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (sumA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (word(state, index) + value) | 0;
  });
}

/** Indices are within bounds by construction; the compiler cannot see it. */
const word = (words: Int32Array, index: number): number => words[index] ?? 0;
const byte = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

/** First 32 bits of the fractional part. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

const PRIMES: readonly number[] = firstPrimes(64);
/** Of the square roots of the first 8 primes (section 5.3.3). */
const START: Int32Array = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
/** Of the cube roots of the first 64 primes (section 4.2.2). */
const ROUNDS: Int32Array = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
