/* An official's day in a browser: from the link to the list, into a talk and back. The desk makes the link, and is where
   everything else is done. What opens the link stands behind the # of the address, which browsers send to nobody. */

import * as chat from "/pages/chat.js";
import { isPossible } from "/pages/devices.js";
import { Line } from "/pages/line.js";
import { isAllowed, letGo, media, onChanged, openMedia } from "/pages/mirror.js";
import { current, notify, on, part, register, show, speakWith, words } from "/pages/show.js";
import { canVerify } from "/pages/trust.js";
import {
  ask,
  forget,
  isSessionOver,
  keep,
  keepAs,
  remembered,
  session,
  serverNow,
  takeLink,
  tellTime,
} from "/pages/wire.js";
import { confirmed } from "./sure.js";
import * as talk from "./talk.js";
import * as today from "./today.js";
import { WORDS } from "./words.js";

const LOOK_EVERY_MS = 15000;
const AGAIN_MS = 3000;
const HELD = ["completed", "outcome_recorded", "confirmed"];

let line = null;
let isOver = false;
let isLooking = false;
let mustLookAgain = false;
let wasMissed = false;
let stopped = { why: "unknown", act: null };
let after = null; // the audience that has just ended
let awake = null;

register("stop", () => {
  const [title, text, action] = words().stops[stopped.why];
  part("stop-title").textContent = title;
  part("stop-text").textContent = text;
  part("stop-action").hidden = !action || !stopped.act;
  part("stop-action").textContent = action;
});
on("stop-action", "click", () => stopped.act());

function stop(why, act = null) {
  stopped = { why, act };
  show("stop");
}

/* Nothing more happens on this page. */
function end(why, act = null) {
  isOver = true;
  talk.leave();
  letGo();
  if (line) line.stop();
  if (awake) awake.release();
  stop(why, act);
}

async function signIn(link) {
  const answer = await ask("POST", "/desk/browser/sessions", undefined, link);
  if (!answer.ok) {
    if (answer.code !== "offline") return end("unknown");
    stop("offline", () => signIn(link));
    return;
  }
  keep({ link: null, session: answer.data.token, person: answer.data.person });
  return enter();
}

async function enter() {
  const told = await ask("GET", "/version");
  if (told.ok) tellTime(told.data.server_time);
  today.belongsTo(remembered().person);
  if (await isAllowed()) await openMedia(true);
  openLine();
  return lookAgain();
}

function openLine() {
  line = new Line(session(), {
    up: (isResumed) => {
      talk.lineUp(isResumed);
      if (!isResumed) lookAgain();
    },
    down: talk.lineDown,
    refused: (code) => (code === 4409 ? end("elsewhere", () => location.reload()) : lookAgain()),
    frame: (frame) => (frame.type === "changed" ? lookAgain() : talk.frame(frame)),
  });
}

/* Read again what may have changed; one look at a time. */
async function lookAgain() {
  if (isOver || !session()) return;
  if (isLooking) {
    mustLookAgain = true;
    return;
  }
  isLooking = true;
  const talked = talk.isTalking(); // what was read before somebody was let in does not know of it
  try {
    const answer = await ask("GET", "/desk/agenda");
    if (!answer.ok) return missed(answer);
    if (wasMissed) notify("");
    wasMissed = false;
    today.read(answer.data);
    const item = today.item(talk.appointmentId());
    if (item && talked && talk.isTalking()) {
      talk.renew(item);
      if (item.state === "in_session") await talk.readChat();
      else over(item); // ended at the desk
    }
    if (["loading", "stop"].includes(current())) show(media.stream ? "today" : "devices");
  } finally {
    isLooking = false;
    if (mustLookAgain) {
      mustLookAgain = false;
      lookAgain();
    }
  }
}

function missed({ code }) {
  if (isSessionOver(code)) {
    forget();
    return end("expired");
  }
  wasMissed = true;
  if (today.isUnread()) stop("offline", lookAgain);
  else if (!talk.isTalking()) notify(words().errors.offline());
  setTimeout(lookAgain, AGAIN_MS);
}

/* Let somebody in, or go to whom somebody let in already: pressed twice, it admits once. */
async function receive(item) {
  if (talk.isTalking()) return;
  if (!media.stream) return show("devices");
  notify("");
  if (item.state !== "in_session") {
    const answer = await ask("POST", `/appointments/${item.id}/admission`);
    if (!answer.ok) {
      if (isSessionOver(answer.code)) return missed(answer);
      await lookAgain();
      const now = today.item(item.id);
      if (answer.code !== "illegal_transition" || !now || now.state !== "in_session") return today.refuse(answer);
    }
  }
  keepAwake();
  talk.enter(line, item, { over: () => over(item), left: () => back() });
  lookAgain();
}

/* The talk has ended for both: what was said must come to an outcome, and that is said. */
async function over(item) {
  talk.leave();
  show("loading");
  const answer = await ask("GET", "/desk/agenda");
  if (isOver) return;
  if (answer.ok) today.read(answer.data);
  const now = today.item(item.id);
  if (answer.ok && now && !HELD.includes(now.state)) return back(); // sent back, or paused, at the desk
  after = item;
  show("after");
  lookAgain();
}

register("after", () => {
  part("after-text").textContent = words().afterText(after.citizen_name);
});
on("after-done", "click", () => back());

function back() {
  show("today");
  lookAgain();
}

async function signOut() {
  if (!(await confirmed("signOut"))) return;
  await ask("DELETE", "/sessions/current");
  forget();
  end("signedOut");
}

async function keepAwake() {
  if (awake || document.visibilityState !== "visible" || !navigator.wakeLock) return;
  try {
    awake = await navigator.wakeLock.request("screen");
    awake.onrelease = () => (awake = null);
  } catch {
    // the screen may go dark; the page goes on
  }
}

async function begin() {
  keepAs("majlis-official");
  speakWith(WORDS);
  chat.begin({ ask: talk.askOfAudience, ours: "official" });
  today.begin({ receive, lookAgain });
  const link = takeLink();
  if (!isPossible() || !(await canVerify())) return stop("unsupported");
  if (session()) return enter();
  return link ? signIn(link) : stop("unknown");
}

on("devices-done", "click", () => {
  show("today");
  lookAgain();
});
on("sign-out", "click", signOut);
onChanged(talk.replaceMedia);
window.addEventListener("hashchange", () => {
  takeLink();
  location.reload();
});
window.addEventListener("online", () => line && line.hurry());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && lookAgain());
setInterval(() => document.visibilityState === "visible" && lookAgain(), LOOK_EVERY_MS);
setInterval(() => current() === "today" && today.tick(serverNow()), 1000);
begin();
