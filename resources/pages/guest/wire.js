/* What a guest asks: of the link that led here, and of the one audience that it opens. */

import { ask, keep, keepAs, remembered, session } from "/pages/wire.js";

export { ask, forget, isSessionOver, keep, remembered, serverNow, session, takeLink, tellTime } from "/pages/wire.js";

keepAs("majlis-guest");

export const hasAgreed = () => remembered().hasAgreed === true;
export const agree = () => keep({ hasAgreed: true });
export const begin = (token, id) => keep({ session: token, appointmentId: id });
export const askOfLink = (method, path, body) => ask(method, `/guest${path}`, body, remembered().link);
export const askOfAudience = (method, path, body, key = null) =>
  ask(method, `/appointments/${remembered().appointmentId}${path}`, body, session(), key);

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
    const answer = await fetch(`/v1/appointments/${remembered().appointmentId}${path}`, {
      headers: { Authorization: `Bearer ${session() || ""}` },
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
  request.open("POST", `/v1/appointments/${remembered().appointmentId}${path}`);
  request.timeout = FILE_WITHIN_MS;
  request.setRequestHeader("Authorization", `Bearer ${session() || ""}`);
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
