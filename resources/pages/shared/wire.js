/* Asks the server, and keeps what opens it: in this tab alone, so that a reload finds it and nobody else does. */

const ANSWER_WITHIN_MS = 15000;

let name = null; // under which it is kept; a page begins by `keepAs`
let kept = {};
let ahead_ms = 0; // of this machine's clock, the server's is

export function keepAs(ours) {
  name = ours;
  try {
    kept = JSON.parse(sessionStorage.getItem(name)) || {};
  } catch {
    kept = {};
  }
}

export function keep(changed) {
  kept = { ...kept, ...changed };
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // a browser that keeps nothing asks for a new link after a reload
  }
}

/* The link that led here. It is taken out of the address: neither the history nor somebody who looks on has it. */
export function takeLink() {
  const link = location.hash.slice(1);
  if (link) {
    if (link !== kept.link) {
      kept = {};
      keep({ link });
    }
    history.replaceState(null, "", location.pathname);
  }
  return kept.link || null;
}

export const remembered = () => kept;
export const session = () => kept.session || null;
export function forget() {
  kept = {};
  sessionStorage.removeItem(name);
}

export const serverNow = () => Date.now() + ahead_ms;
export function tellTime(text) {
  ahead_ms = Date.parse(text) - Date.now();
}

/* { ok, code, data, wait_s, left }: `code` is the server's own, or "offline". */
export async function ask(method, path, body, token = kept.session, key = null) {
  const headers = { Authorization: `Bearer ${token || ""}` };
  if (key !== null) headers["Idempotency-Key"] = key;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(`/v1${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await answer.text();
    const data = text ? JSON.parse(text) : null;
    if (answer.ok) return { ok: true, code: "", data };
    const { code = "other", retry_after_s: wait_s = null, attempts_left: left = null } = data || {};
    return { ok: false, code: answer.status >= 500 ? "offline" : code, wait_s, left, data: null };
  } catch {
    return { ok: false, code: "offline", wait_s: null, left: null, data: null };
  }
}

export const isSessionOver = (code) => code === "unauthenticated" || code === "session_expired";
