/* Asks the server, and keeps what opens it: in this tab alone, so that a reload finds it and nobody else does. */

const KEPT = "majlis-guest";
const ANSWER_WITHIN_MS = 15000;

let kept = read();
let ahead_ms = 0; // of this machine's clock, the server's is

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) || {};
  } catch {
    return {};
  }
}

function keep(changed) {
  kept = { ...kept, ...changed };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
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

export const session = () => kept.session || null;
export const appointmentId = () => kept.appointmentId || null;
export const hasAgreed = () => kept.hasAgreed === true;
export const agree = () => keep({ hasAgreed: true });
export const begin = (token, id) => keep({ session: token, appointmentId: id });
export function forget() {
  kept = {};
  sessionStorage.removeItem(KEPT);
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

export const askOfLink = (method, path, body) => ask(method, `/guest${path}`, body, kept.link);
export const isSessionOver = (code) => code === "unauthenticated" || code === "session_expired";
export const askOfAudience = (method, path, body, key = null) =>
  ask(method, `/appointments/${kept.appointmentId}${path}`, body, kept.session, key);

const FILE_WITHIN_MS = 150000;

function refused(status, text) {
  let problem = {};
  try {
    problem = JSON.parse(text) || {};
  } catch {
    // a proxy in between spoke, not the server
  }
  const { code = "other", retry_after_s: wait_s = null } = problem;
  // a scanner that is away says so itself; anything else of the kind is the line's
  const isAway = status === 0 || (status >= 500 && code !== "scanner_unavailable");
  return { ok: false, code: isAway ? "offline" : code, wait_s, data: null };
}

/* A file of the audience, as a blob. */
export async function fetchFile(path) {
  try {
    const answer = await fetch(`/v1/appointments/${kept.appointmentId}${path}`, {
      headers: { Authorization: `Bearer ${kept.session || ""}` },
      cache: "no-store",
      signal: AbortSignal.timeout(FILE_WITHIN_MS),
    });
    if (!answer.ok) return refused(answer.status, await answer.text());
    return { ok: true, code: "", data: await answer.blob() };
  } catch {
    return refused(0, "");
  }
}

/* Hand a file in; `tell` hears how much of it has gone, in percent. { answer, abort }: answer as of `ask`. */
export function sendFile(path, file, tell) {
  const request = new XMLHttpRequest(); // fetch tells nothing of how far an upload has come
  request.open("POST", `/v1/appointments/${kept.appointmentId}${path}`);
  request.timeout = FILE_WITHIN_MS;
  request.setRequestHeader("Authorization", `Bearer ${kept.session || ""}`);
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  request.setRequestHeader("Content-Disposition", `attachment; filename*=UTF-8''${name}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.onprogress = (event) => tell(event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0);
  request.upload.onload = () => tell(100);
  const answer = new Promise((resolve) => {
    request.onload = () =>
      resolve(
        request.status === 201
          ? { ok: true, code: "", data: JSON.parse(request.responseText) }
          : refused(request.status, request.responseText),
      );
    request.onerror = request.ontimeout = request.onabort = () => resolve(refused(0, ""));
  });
  request.send(file);
  return { answer, abort: () => request.abort() };
}
