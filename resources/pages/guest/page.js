/* A guest's way through an audience, from the link to the farewell. The server says where it stands; the page follows.
   What opens the link stands behind the # of the address, which browsers send to nobody. */

import * as after from "./after.js";
import * as chat from "/pages/chat.js";
import { isPossible } from "/pages/devices.js";
import { look, sendAgain, signOut, stop } from "./door.js";
import { Line } from "/pages/line.js";
import { goneWords, isAllowed, letGo, media, onChanged, openMedia } from "/pages/mirror.js";
import * as papers from "./papers.js";
import * as recording from "./recording.js";
import { current, notify, on, part, register, said, show, speakWith, timeOf, words } from "/pages/show.js";
import * as talk from "./talk.js";
import { canVerify } from "/pages/trust.js";
import { WORDS } from "./words.js";
import {
  agree,
  ask,
  askOfAudience,
  hasAgreed,
  isSessionOver,
  session,
  takeLink,
  tellTime,
} from "./wire.js";

const LOOK_EVERY_MS = 15000;
const REST_UNSEEN_MS = 50000; // unseen it asks once a minute (PAGE_ASKS_EVERY): the office reads that they are still here
const AGAIN_MS = 3000;
const AHEAD = ["booked", "reminded"];
const QUEUED = ["checked_in", "waiting", "paused"];
const HELD = ["completed", "outcome_recorded", "confirmed"];
const STEPS = { identity: 1, devices: 2, waiting: 3, consent: 3, call: 4, left: 4, outcome: 5, survey: 5 };

let appointment = null;
let place = null;
let notes = [];
let line = null;
let hasLeft = false;
let isOver = false;
let isLooking = false;
let mustLookAgain = false;
let awake = null;
let lookedAt_ms = 0;

/* Where the audience stands decides what is shown. */
async function go() {
  if (isOver) return;
  const { state } = appointment;
  if (HELD.includes(state)) {
    talk.leave();
    papers.leave();
    letGo();
    return after.arrive(appointment, finish);
  }
  if (![...AHEAD, ...QUEUED, "in_session"].includes(state)) return end(state === "cancelled" ? "over" : "moved");
  if (!media.stream) {
    const isKnown = !AHEAD.includes(state) && (await isAllowed());
    if (!isKnown || !(await openMedia(true))) return show("devices");
  }
  if (AHEAD.includes(state)) return show("devices");
  keepAwake();
  openLine();
  if (state !== "in_session") {
    talk.leave();
    hasLeft = false;
    return show("waiting");
  }
  if (talk.isTalking()) return;
  if (hasLeft) return show("left");
  if (!hasAgreed()) return show("consent");
  talk.enter(line, appointment, { closed: () => setTimeout(lookAgain, 500), hungUp });
}

function hungUp() {
  hasLeft = true;
  show("left");
}

/* Read again what may have changed; one look at a time. */
async function lookAgain() {
  if (isOver) return;
  if (isLooking) {
    mustLookAgain = true;
    return;
  }
  isLooking = true;
  lookedAt_ms = performance.now();
  try {
    const answer = await askOfAudience("GET", "");
    if (!answer.ok) return missed(answer);
    appointment = answer.data;
    talk.renew(appointment);
    notify(current() === "call" ? "" : goneWords());
    const isIn = appointment.state === "in_session";
    if (isIn) await go(); // who is let in does not wait for what is written
    if (isIn || QUEUED.includes(appointment.state)) await readWords();
    if (isIn) await Promise.all([chat.read(others(), appointment.zone), papers.read(), recording.read()]);
    else await go();
  } finally {
    isLooking = false;
    if (mustLookAgain) {
      mustLookAgain = false;
      lookAgain();
    }
  }
}

/* What those are called who write beside the talk. */
function others() {
  const office = appointment.attending_title || appointment.office_title;
  return { official: said(office), delegate: words().chatDelegate };
}

function missed({ code }) {
  if (isSessionOver(code)) return end("expired", sendAgain);
  if (code === "not_found" || code === "forbidden") return end("unknown");
  if (appointment === null) stop("offline", lookAgain);
  setTimeout(lookAgain, AGAIN_MS);
}

async function readWords() {
  const [queue, written] = await Promise.all([askOfAudience("GET", "/queue"), askOfAudience("GET", "/notes")]);
  place = queue.ok ? queue.data : null;
  if (!written.ok) return;
  notes = written.data.notes;
  const caption = notes.filter(({ kind }) => kind === "caption").at(-1);
  if (caption) talk.showCaption(caption.text, Date.parse(caption.sent_at));
}

register("waiting", () => {
  const isPaused = appointment.state === "paused";
  part("paused").hidden = !isPaused;
  part("place").hidden = isPaused || !place;
  if (place) {
    const { position, earliest_min: earliest, latest_min: latest } = place;
    part("position").textContent = position === null ? "" : position === 1 ? words().next : words().position(position);
    const eta = latest < 1 ? words().etaSoon : words().eta(earliest, latest);
    const rest = place.break_until && words().onBreak(timeOf(new Date(place.break_until), appointment.zone));
    part("eta").textContent = rest ? `${rest} ${eta}` : eta;
  }
  const rows = notes.filter(({ kind }) => kind === "waiting");
  const texts = rows.map(({ text, prepared, minutes, sent_at: sent }) => {
    const sentence = minutes ? words().delayedBy(minutes) : words().prepared[prepared];
    return words().note(timeOf(new Date(sent), appointment.zone), prepared ? sentence : text);
  });
  if (texts.join() === [...part("notes").children].map((each) => each.textContent).join()) return;
  part("notes").replaceChildren(
    ...texts.map((text) => {
      const row = document.createElement("li");
      row.textContent = text;
      return row;
    }),
  );
});

register("consent", () => {
  part("consent-seen").textContent = words().consentSeen(said(appointment.attending_title || appointment.office_title));
});

function openLine() {
  if (line) return;
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

async function checkIn() {
  part("devices-done").disabled = true;
  if (AHEAD.includes(appointment.state)) {
    const answer = await askOfAudience("POST", "/check-in");
    if (answer.ok) appointment = answer.data;
    else if (answer.code === "offline") notify(words().errors.offline());
  }
  part("devices-done").disabled = false;
  await lookAgain();
}

/* Nothing more happens on this page. */
function end(why, act = null) {
  isOver = true;
  talk.leave();
  papers.leave();
  letGo();
  if (line) line.stop();
  if (awake) awake.release();
  stop(why, act);
}

async function finish() {
  isOver = true;
  if (line) line.stop();
  await signOut();
  show("farewell");
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
  speakWith(WORDS, STEPS);
  chat.begin({ ask: askOfAudience, ours: "citizen" });
  if (!isPossible() || !(await canVerify())) return stop("unsupported");
  const link = takeLink();
  if (session()) {
    const told = await ask("GET", "/version");
    if (told.ok) tellTime(told.data.server_time);
    return lookAgain();
  }
  if (!link) return stop("unknown");
  return look((found) => {
    appointment = found;
    go();
  });
}

on("devices-done", "click", checkIn);
on("enter", "click", () => {
  agree();
  go();
});
on("come-back", "click", () => {
  hasLeft = false;
  go();
  lookAgain();
});
onChanged(talk.replaceMedia);
window.addEventListener("online", () => line && line.hurry());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  if (session() && appointment) lookAgain();
});
setInterval(() => {
  const isDue = document.visibilityState === "visible" || performance.now() - lookedAt_ms >= REST_UNSEEN_MS;
  if (session() && appointment && !isOver && isDue) lookAgain();
}, LOOK_EVERY_MS);
begin();
