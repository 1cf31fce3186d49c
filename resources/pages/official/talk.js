/* The talk as the official sees it: the visitor large, oneself small, a line of plain words, and the buttons. */

import { Call } from "/pages/call.js";
import * as chat from "/pages/chat.js";
import { goneWords, hasPicture, hasVoice, media } from "/pages/mirror.js";
import * as muted from "/pages/muted.js";
import { notify, on, part, register, render, show, wordOf, words } from "/pages/show.js";
import * as people from "/pages/people.js";
import { ask, serverNow, session } from "/pages/wire.js";
import { confirmed, drop } from "./sure.js";

const SOON_MS = 120000;
const OF_THE_HOUSE = ["official", "delegate", "department_head"]; // who interprets is of the visitor's side

let call = null;
let view = null;
let item = null;
let ends = null; // over(), left()
let isMuted = false;
let isHidden = false;
let isHeld = false;
let isLineUp = true;

export const isTalking = () => call !== null;
export const appointmentId = () => (item ? item.id : null);
export const askOfAudience = (method, path, body, key = null) =>
  ask(method, `/appointments/${item.id}${path}`, body, session(), key);

export function enter(line, found, itsEnds) {
  item = found;
  ends = itsEnds;
  isMuted = isHidden = isHeld = false;
  setTracks();
  chat.forget();
  call = new Call({
    us: "official",
    line,
    stream: media.stream,
    remote: part("remote"),
    fetchRoomToken: () => askOfAudience("POST", "/room-token"),
    on: {
      view: (now) => {
        people.greet(view ? view.people : [], now.people);
        const isBack = view && view.isApart && !now.isApart && now.phase === "talking";
        view = now;
        if (isBack) notify(words().privateOver);
        render();
      },
      closed: () => call && ends.over(),
    },
  });
  view = call.view;
  call.shows(shown());
  show("call");
}

/* It may have been given more time. */
export function renew(found) {
  item = found;
}

export const readChat = () => chat.read({ citizen: words().chatCitizen, delegate: words().chatDelegate }, item.zone);

export function leave() {
  if (call) call.hangUp();
  call = view = null;
  people.render([]);
  part("people-said").textContent = "";
  drop();
}

export const lineUp = (isResumed) => changeLine(true, (it) => it.lineUp(isResumed));
export const lineDown = () => changeLine(false, (it) => it.lineDown());
export const frame = (it) => call && call.frame(it);

function changeLine(isUp, tell) {
  isLineUp = isUp;
  if (call) tell(call);
  render();
}

/* A camera or a microphone went, or came back. */
export function replaceMedia() {
  setTracks();
  if (!call) return;
  call.setStream(media.stream);
  call.shows(shown(), isHeld);
}

const shown = () => (hasPicture() && !isHidden && !isHeld ? "camera" : "off");

function setTracks() {
  for (const track of media.stream ? media.stream.getAudioTracks() : []) track.enabled = !isMuted && !isHeld;
  for (const track of media.stream ? media.stream.getVideoTracks() : []) track.enabled = !isHidden && !isHeld;
  muted.listen(isMuted && !isHeld);
}

function changed() {
  setTracks();
  if (call) call.shows(shown(), isHeld);
  render();
}

function sentence() {
  if (!isLineUp && view.phase !== "talking") return words().lineDown;
  if (view.phase !== "talking") return words().phases[view.phase];
  if (view.isApart) return words().isPrivate;
  if (isHeld) return words().holding;
  if (muted.isTold()) return words().mutedSpeaks;
  if (!isLineUp) return words().lineAway;
  if (goneWords()) return goneWords();
  if (view.peerShows === "off") return words().peerOff;
  if (view.isSoundOnly) return words().soundOnly;
  const left_ms = Date.parse(item.slot.ends_at) - serverNow();
  if (left_ms <= 0) return words().timeOver;
  return left_ms <= SOON_MS ? words().twoMinutes : "";
}

const isOfTheHouse = ({ phase, who }) => phase === "talking" && OF_THE_HOUSE.includes(who?.capacity);

function toggle(id, isOn, label) {
  part(id).textContent = label;
  part(id).setAttribute("aria-pressed", String(isOn));
}

register("call", () => {
  if (!view) return;
  part("call-title").textContent = words().callWith(item.citizen_name);
  const told = sentence();
  if (part("call-state").textContent !== told) part("call-state").textContent = told;
  const left_ms = Date.parse(item.slot.ends_at) - serverNow();
  part("time-left").textContent = words().timeLeft(Math.ceil(left_ms / 60000));
  part("quality").textContent = view.quality ? words().quality[view.quality] : "";
  part("quality").dataset.quality = view.quality || "";
  part("code-of-call").textContent = view.code ? words().code(view.code) : "";
  toggle("microphone", isMuted, isMuted ? words().unmute : words().mute);
  toggle("camera", isHidden, isHidden ? words().cameraOn : words().cameraOff);
  toggle("hold", isHeld, isHeld ? words().resume : words().hold);
  part("microphone").disabled = isHeld || !hasVoice();
  part("camera").disabled = isHeld || !hasPicture();
  part("self").classList.toggle("is-off", shown() === "off");
  part("remote").classList.toggle("is-off", view.isApart);
  toggle("private", view.isApart, view.isApart ? words().endPrivate : words().private);
  part("private").hidden = !view.isApart && !view.people.some(isOfTheHouse);
  part("play").hidden = !view.mayNotPlay;
  part("retry").hidden = !["failed", "unverified"].includes(view.phase);
  people.render(view.people);
  chat.render();
});
setInterval(() => call && render(), 1000);

on("microphone", "click", () => {
  isMuted = !isMuted;
  changed();
});
on("camera", "click", () => {
  isHidden = !isHidden;
  changed();
});
on("hold", "click", () => {
  isHeld = !isHeld;
  changed();
});

/* What shows is what the server told everybody, never what was pressed. */
on("private", "click", async () => {
  notify("");
  part("private").disabled = true;
  const answer = await askOfAudience("PUT", "/aside", { on: !view.isApart });
  part("private").disabled = false;
  if (answer.ok || !call) return;
  notify(["illegal_transition", "not_admitted"].includes(answer.code) ? words().notPrivate : wordOf(answer));
});
on("play", "click", () => {
  part("remote").play();
  view = { ...view, mayNotPlay: false };
  render();
});
on("retry", "click", () => call.retry());
on("leave", "click", async () => {
  if (!(await confirmed("leave")) || !call) return;
  leave();
  ends.left();
});
on("hang-up", "click", async () => {
  if (!(await confirmed("complete")) || !call) return;
  part("hang-up").disabled = true;
  const answer = await askOfAudience("POST", "/completion");
  part("hang-up").disabled = false;
  if (answer.ok || answer.code === "illegal_transition") {
    if (call) ends.over(); // else the room's own end was quicker
    return;
  }
  notify(wordOf(answer)); // it stands, and goes on
});
