/* Whom the server vouches for in a call (docs/adr/0027-who-is-at-the-other-end.md): what came as somebody's description
   is used only where the server signed it, for this room, from them to us, negotiation and certificate, just now. */

const AUDIENCE = "majlis-description";
const MOST_FINGERPRINTS = 16;

const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const bytesOfUrl = (text) => bytesOf(text.replaceAll("-", "+").replaceAll("_", "/"));
const objectOf = (part) => JSON.parse(new TextDecoder().decode(bytesOfUrl(part)));

/* Every fingerprint of a description (RFC 8122), or null where one is missing or only looks like one. */
export function fingerprints(sdp) {
  const named = new Set();
  for (const line of sdp.split(/\r\n|\r|\n/)) {
    if (!/^a=\s*fingerprint\b/i.test(line)) continue;
    const found = /^a=fingerprint:([A-Za-z0-9-]{1,16}) ((?:[0-9A-Fa-f]{2}:){15,63}[0-9A-Fa-f]{2})$/.exec(line);
    if (!found) return null;
    named.add(`${found[1].toLowerCase()} ${found[2].toUpperCase()}`);
  }
  return named.size && named.size <= MOST_FINGERPRINTS ? [...named].sort() : null;
}

export async function canVerify() {
  try {
    await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    return true;
  } catch {
    return false; // a browser of before 2025, or a page that did not come by TLS
  }
}

export class Trust {
  /* `us`: which party of the room is told what `doubt` is asked of. */
  constructor(us) {
    this._us = us;
  }

  async enter(room) {
    this._room = room.room_id;
    this._told_ms = Date.parse(room.server_time);
    this._at_ms = performance.now(); // never set, unlike this machine's clock
    this._keys = new Map();
    for (const { id, public_key: key } of room.call_keys) {
      this._keys.set(id, await crypto.subtle.importKey("raw", bytesOf(key), "Ed25519", false, ["verify"]));
    }
  }

  get room() {
    return this._room;
  }

  /* Why the description is not to be believed, as a code of the wire; null where it is. */
  async doubt({ attestation, negotiation, kind, sdp }, party) {
    if (!attestation || !this._keys || !this._keys.size) return "missing";
    let claims;
    try {
      const [head, body, seal] = attestation.split(".");
      const { alg, kid } = objectOf(head);
      const key = this._keys.get(kid);
      if (!key) return "unknown_key";
      const signed = new TextEncoder().encode(`${head}.${body}`);
      if (alg !== "EdDSA" || !(await crypto.subtle.verify("Ed25519", key, bytesOfUrl(seal), signed))) return "forged";
      claims = objectOf(body);
    } catch {
      return "forged";
    }
    if (claims.aud !== AUDIENCE || !Array.isArray(claims.fps)) return "forged";
    const named = fingerprints(sdp);
    const now_s = (this._told_ms + performance.now() - this._at_ms) / 1000;
    if (claims.room !== this._room) return "other_call";
    if (claims.party !== party || claims.to !== this._us) return "other_party";
    if (claims.neg !== negotiation || claims.kind !== kind) return "other_negotiation";
    if (!named || [...claims.fps].sort().join() !== named.join()) return "other_fingerprint";
    return claims.exp > now_s ? null : "expired";
  }
}

/* The eight digits that both ends see (desk_client/domain/short_code.py), made beside the page: they are dear. */
export function shortCode(room, ours, theirs) {
  return new Promise((resolve) => {
    const worker = new Worker("/pages/code.js");
    const done = (code) => {
      worker.terminate();
      resolve(code);
    };
    worker.onmessage = (event) => done(event.data);
    worker.onerror = () => done(null);
    worker.postMessage({ room, ours, theirs });
  });
}
