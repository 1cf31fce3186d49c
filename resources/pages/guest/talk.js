/* The talk as it is seen: the other side large, oneself small, a line of plain words, and three buttons. */

import { Call } from "/pages/call.js";
import * as chat from "/pages/chat.js";
import { goneWords, hasPicture, hasVoice, media } from "/pages/mirror.js";
import * as muted from "/pages/muted.js";
import { notify, on, part, register, render, said, show, words } from "/pages/show.js";
import * as people from "/pages/people.js";
import * as papers from "./papers.js";
import * as recording from "./recording.js";
import { askOfAudience, serverNow } from "./wire.js";

const CAPTION_MS = 30000;
const CALL_BACK_AFTER_MS = 20000;
const SOON_MS = 120000;

let call = null;
let view = null;
let appointment = null;
let isMuted = false;
let isHidden = false;
let isLineUp = true;
let brokenSince = null;
let hasAskedCallBack = false;
let caption = "";
let captionUntil = 0;
let left = null;

export const isTalking = () => call !== null;

export function enter(line, found, { closed, hungUp }) {
  appointment = found;
  left = hungUp;
  call = new Call({
    us: "citizen",
    line,
    stream: media.stream,
    remote: part("remote"),
    fetchRoomToken: () => askOfAudience("POST", "/room-token"),
    on: {
      view: (now) => {
        people.greet(view ? view.people : [], now.people);
        view = now;
        render();
      },
      closed: () => {
        leave();
        closed();
      },
    },
  });
  view = call.view;
  call.shows(shown());
  show("call");
}

/* It may have been given more time, or handed over to another office. */
export function renew(found) {
  const [before, now] = [appointment, found].map((each) => each && said(each.attending_title || each.office_title));
  appointment = found;
  if (call && before && before !== now) part("people-said").textContent = words().goesOn(now);
}

export function leave() {
  if (call) call.hangUp();
  call = view = null;
  people.render([]);
  part("people-said").textContent = "";
  if (part("sure").open) part("sure").close();
  recording.leave();
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
  call.shows(shown());
}

export function showCaption(text, sentAt_ms) {
  caption = text;
  captionUntil = sentAt_ms + CAPTION_MS;
  render();
}

const shown = () => (hasPicture() && !isHidden ? "camera" : "off");

function setTracks() {
  for (const track of media.stream ? media.stream.getAudioTracks() : []) track.enabled = !isMuted;
  for (const track of media.stream ? media.stream.getVideoTracks() : []) track.enabled = !isHidden;
  muted.listen(isMuted);
}

function sentence() {
  if (!isLineUp && view.phase !== "talking") return words().lineDown;
  if (view.phase !== "talking") return words().phases[view.phase];
  if (view.isApart) return words().apart;
  if (view.peerHolds) return words().held;
  if (muted.isTold()) return words().mutedSpeaks;
  if (!isLineUp) return words().lineAway;
  if (goneWords()) return goneWords();
  if (view.peerShows === "off") return words().peerOff;
  if (view.isSoundOnly) return words().soundOnly;
  const left_ms = Date.parse(appointment.slot.ends_at) - serverNow();
  if (left_ms <= 0) return words().timeOver;
  return left_ms <= SOON_MS ? words().twoMinutes : "";
}

register("call", () => {
  if (!view) return;
  const office = said(appointment.attending_title || appointment.office_title);
  part("call-title").textContent = words().callWith(office);
  part("call-state").textContent = sentence();
  const left_ms = Date.parse(appointment.slot.ends_at) - serverNow();
  part("time-left").textContent = words().timeLeft(Math.ceil(left_ms / 60000));
  part("quality").textContent = view.quality ? words().quality[view.quality] : "";
  part("quality").dataset.quality = view.quality || "";
  part("code-of-call").textContent = view.code ? words().code(view.code) : "";
  part("microphone").textContent = isMuted ? words().unmute : words().mute;
  part("microphone").setAttribute("aria-pressed", String(isMuted));
  part("microphone").disabled = !hasVoice();
  part("camera").textContent = isHidden ? words().cameraOn : words().cameraOff;
  part("camera").setAttribute("aria-pressed", String(isHidden));
  part("camera").disabled = !hasPicture();
  part("self").classList.toggle("is-off", shown() === "off");
  part("remote").classList.toggle("is-off", view.peerHolds || view.isApart);
  part("play").hidden = !view.mayNotPlay;
  part("retry").hidden = !["failed", "unverified"].includes(view.phase);
  const isBroken = ["failed", "reconnecting", "peerAway", "unverified"].includes(view.phase);
  brokenSince = isBroken ? brokenSince || Date.now() : null;
  const isLong = isBroken && (view.phase === "failed" || Date.now() - brokenSince > CALL_BACK_AFTER_MS);
  part("call-back").hidden = !isLong || hasAskedCallBack;
  part("caption").hidden = !caption || serverNow() > captionUntil;
  part("caption").textContent = caption;
  people.render(view.people);
  chat.render();
  papers.render();
  recording.render();
});
setInterval(() => call && render(), 1000);

on("microphone", "click", () => {
  isMuted = !isMuted;
  setTracks();
  render();
});
on("camera", "click", () => {
  isHidden = !isHidden;
  setTracks();
  call.shows(shown());
  render();
});
on("play", "click", () => {
  part("remote").play();
  view = { ...view, mayNotPlay: false };
  render();
});
on("retry", "click", () => call.retry());
on("call-back", "click", async () => {
  const answer = await askOfAudience("PUT", "/call-back");
  hasAskedCallBack = answer.ok;
  notify(answer.ok ? words().callBackAsked : (words().errors[answer.code] || words().errors.other)(null, answer.wait_s));
  render();
});
on("hang-up", "click", () => part("sure").showModal());
on("sure-no", "click", () => part("sure").close());
on("sure-yes", "click", () => {
  leave();
  left();
});
