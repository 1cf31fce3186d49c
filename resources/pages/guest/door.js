/* From the link to the session: what the link is good for, and the code that comes by SMS. */

import { dayOf, notify, on, part, register, said, show, spoken, timeOf, words } from "/pages/show.js";
import { ask, askOfLink, begin, forget, serverNow, takeLink, tellTime } from "./wire.js";

const LOOK_AGAIN_MS = 5000;
const MOST_WAIT_MS = 60000;

let place = null; // what the link leads to
let challenge = null;
let stopped = { why: "unknown", act: null };
let later = 0;
let came = null; // what happens once somebody is in
let fault = null; // the newest refusal, while the code is typed

/* A page with nothing to do on it but one thing: `why` is a word, `act` what its button does. */
export function stop(why, act = null) {
  clearTimeout(later);
  stopped = { why, act };
  show("stop");
}

register("stop", () => {
  const [title, text, action] = words().stops[stopped.why];
  const opens = place && place.opens_at ? new Date(place.opens_at) : null;
  part("stop-title").textContent = title;
  part("stop-text").textContent = opens ? text(dayOf(opens, place.zone), timeOf(opens, place.zone)) : text();
  part("stop-action").hidden = !action || !stopped.act;
  part("stop-action").textContent = action;
});
on("stop-action", "click", () => stopped.act());

export async function look(onSession) {
  came = onSession || came;
  clearTimeout(later);
  const answer = await askOfLink("GET", "");
  if (!answer.ok) {
    if (answer.code !== "offline") return stop("unknown");
    stop("offline", look);
    later = setTimeout(look, LOOK_AGAIN_MS);
    return;
  }
  place = answer.data;
  tellTime(place.server_time);
  switch (place.stage) {
    case "open":
      return show("identity");
    case "early":
      stop("early");
      later = setTimeout(look, Math.min(MOST_WAIT_MS, Math.max(1000, Date.parse(place.opens_at) - serverNow())));
      return;
    case "used":
      return stop("used", sendAgain);
    default:
      return stop("over");
  }
}

export async function sendAgain() {
  const answer = await askOfLink("POST", "/links", {});
  if (answer.ok) {
    notify("");
    forget();
    stop("sentAgain");
  } else if (answer.code === "rate_limited" || answer.code === "offline") {
    notify(words().errors[answer.code](null, answer.wait_s));
  } else {
    look();
  }
}

register("identity", () => {
  if (!place) return;
  const starts = new Date(place.starts_at);
  const office = said(place.office_title);
  part("identity-meeting").textContent = words().meeting(office, dayOf(starts, place.zone), timeOf(starts, place.zone));
  part("identity-purpose").textContent = words().purpose(`\u2066${place.masked_mobile || ""}\u2069`);
  part("send-code").hidden = challenge !== null;
  part("code-form").hidden = challenge === null;
  const wait_s = challenge ? Math.ceil((Date.parse(challenge.resend_after) - serverNow()) / 1000) : 0;
  part("code-again").disabled = wait_s > 0;
  part("code-again").textContent = wait_s > 0 ? words().codeAgainIn(wait_s) : words().codeAgain;
  const word = fault && (words().errors[fault.code] || words().errors.other);
  part("code-error").textContent = word && challenge ? word(fault.left, fault.wait_s) : "";
  notify(word && !challenge ? word(fault.left, fault.wait_s) : "");
});
setInterval(() => {
  if (challenge && !part("identity").hidden) show("identity");
}, 1000);

async function sendCode() {
  part("send-code").disabled = true;
  const answer = await askOfLink("POST", "/challenges", { language: spoken() });
  part("send-code").disabled = false;
  if (["illegal_transition", "too_late", "too_early", "not_found"].includes(answer.code)) return look();
  fault = answer.ok ? null : answer;
  if (answer.ok) challenge = answer.data;
  show("identity");
  part("code").value = "";
  if (challenge) part("code").focus();
}

async function enterCode(event) {
  event.preventDefault();
  const code = part("code").value.trim();
  if (!code) return part("code").focus();
  part("enter-code").disabled = true;
  const answer = await askOfLink("POST", "/sessions", { challenge_id: challenge.challenge_id, code });
  part("enter-code").disabled = false;
  if (["illegal_transition", "too_late", "not_found"].includes(answer.code)) return look();
  fault = answer.ok ? null : answer;
  if (answer.ok) {
    begin(answer.data.token, answer.data.appointment.id);
    challenge = null;
    return came(answer.data.appointment);
  }
  show("identity");
  part("code").select();
}

on("send-code", "click", sendCode);
on("code-again", "click", sendCode);
on("code-form", "submit", enterCode);
on("code", "input", () => part("code").removeAttribute("aria-invalid"));

/* Whether the address names another link than the one that is kept. */
window.addEventListener("hashchange", () => {
  takeLink();
  location.reload();
});

export async function signOut() {
  await ask("DELETE", "/sessions/current");
  forget();
}
