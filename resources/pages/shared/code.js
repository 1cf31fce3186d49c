"use strict";

/* The short code of a call (desk_client/domain/short_code.py): scrypt (RFC 7914) with N = 2^14, r = 8, p = 1. */

const TAG = "majlis-short-code-1";
const COST = 1 << 14;
const WORDS = 256; // of a block of 128 * r bytes

const bytes = (text) => new TextEncoder().encode(text);

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    whole.set(part, at + 4);
    at += 4 + part.length;
  }
  return whole;
}

function isBefore(one, other) {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    if (one[at] !== other[at]) return one[at] < other[at];
  }
  return one.length < other.length;
}

function salsa(block, x) {
  x.set(block);
  const turn = (to, a, b, by) => {
    const sum = (x[a] + x[b]) | 0;
    x[to] ^= (sum << by) | (sum >>> (32 - by));
  };
  for (let round = 0; round < 8; round += 2) {
    for (const [a, b, c, d] of [[0, 4, 8, 12], [5, 9, 13, 1], [10, 14, 2, 6], [15, 3, 7, 11],
      [0, 1, 2, 3], [5, 6, 7, 4], [10, 11, 8, 9], [15, 12, 13, 14]]) {
      turn(b, a, d, 7);
      turn(c, b, a, 9);
      turn(d, c, b, 13);
      turn(a, d, c, 18);
    }
  }
  for (let at = 0; at < 16; at++) block[at] = (block[at] + x[at]) | 0;
}

function mix(words, out, block, x) {
  block.set(words.subarray(WORDS - 16));
  for (let at = 0; at < WORDS / 16; at++) {
    for (let each = 0; each < 16; each++) block[each] ^= words[at * 16 + each];
    salsa(block, x);
    const to = at % 2 ? WORDS / 2 + ((at - 1) / 2) * 16 : (at / 2) * 16;
    out.set(block, to);
  }
}

function romix(words) {
  const kept = new Int32Array(COST * WORDS);
  const block = new Int32Array(16);
  const x = new Int32Array(16);
  let now = words;
  let next = new Int32Array(WORDS);
  for (let at = 0; at < COST; at++) {
    kept.set(now, at * WORDS);
    mix(now, next, block, x);
    [now, next] = [next, now];
  }
  for (let at = 0; at < COST; at++) {
    const from = (now[WORDS - 16] & (COST - 1)) * WORDS;
    for (let each = 0; each < WORDS; each++) now[each] ^= kept[from + each];
    mix(now, next, block, x);
    [now, next] = [next, now];
  }
  return now;
}

async function stretch(password, salt, bits) {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  return crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: 1 }, key, bits);
}

self.onmessage = async ({ data: { room, ours, theirs } }) => {
  const ends = [ours, theirs].map((each) => joined([...new Set(each)].sort().map(bytes)));
  if (isBefore(ends[1], ends[0])) ends.reverse();
  const password = joined(ends);
  const drawn = await stretch(password, joined([bytes(TAG), bytes(room)]), WORDS * 32);
  const mixed = romix(new Int32Array(drawn)); // little-endian, as every machine is that runs a browser
  const code = new Uint8Array(await stretch(password, new Uint8Array(mixed.buffer), 128));
  const number = code.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) % 100000000n;
  const digits = number.toString().padStart(8, "0");
  self.postMessage(`${digits.slice(0, 4)} ${digits.slice(4)}`);
};
