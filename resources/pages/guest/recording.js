/* Whether the talk may be recorded: the question in the server's own words, the mark for as long as it runs, and the way
   out of it. What was pressed while the line is away is kept in this tab and sent by itself, for what it was said of. */

import { on, part, render as renderAll, said, spoken, wordOf, words } from "/pages/show.js";
import { askOfAudience, isSessionOver, keep, remembered } from "./wire.js";

const AGAIN_MS = 3000;
const SHOWN = ["running", "paused"];
const OPEN = ["asked", "agreed", ...SHOWN];
const NOTHING_LEFT = ["declined", "destroyed"];
const SAID_NO = ["withdrawn", "colleague"]; // the visitor, or somebody else in the talk
const PASSING = ["offline", "rate_limited"];
const ENDED = { disk_full: "recordingDiskFull", failed: "recordingFailed", handed_over: "recordingHandedOver", talk_over: null };

let seen = null; // as the server told it last
let told = null; // the word for what became of it
let trouble = null; // of the answer that is on its way: the word, or a refusal
let isSending = false;
let answers = 0; // that the server took: what was read before one of them is old
let again = 0;

/* What was pressed and the server does not have yet: { id, agrees, version }. A reload goes on with it. */
const pressed = () => remembered().recordingAnswer || null;
const press = (answer) => keep({ recordingAnswer: answer });

const newest = () => (seen ? seen.newest : null);
const state = () => (newest() ? newest().state : null);
/* Whether they have not answered yet; others in the talk may not have, either. */
const isAsked = () => OPEN.includes(state()) && seen.yours === "asked";
const mayStop = () => OPEN.includes(state()) && !isAsked();

export async function read() {
  const before = answers;
  const answer = await askOfAudience("GET", "/recording");
  if (answer.ok && before === answers) follow(answer.data);
  if (!pressed()) return;
  if (answer.ok) send();
  else if (PASSING.includes(answer.code)) later();
}

function later() {
  clearTimeout(again);
  again = setTimeout(read, AGAIN_MS); // the question may be another one by then
}

/* The talk is left, or over: nobody is asked any more. A no that is on its way still goes there. */
export function leave() {
  seen = told = trouble = null;
  if (pressed() && pressed().agrees) press(null);
  render();
}

function follow(now) {
  const before = newest();
  const isFirst = seen === null;
  seen = now;
  told = word(before, isFirst);
  const answer = pressed();
  if (answer && !isDue(answer)) {
    press(null);
    trouble = isAsked() && answer.id === newest().id ? "recordingChanged" : null;
  } else if (!answer && before && (before.id !== newest().id || before.state !== state())) trouble = null;
  renderAll();
}

/* A yes is for the question and the words that were read. A no is for everything that was recorded of this talk. */
function isDue({ id, agrees, version }) {
  if (!agrees) return newest() !== null && !NOTHING_LEFT.includes(state());
  return isAsked() && newest().id === id && seen.text_version === version;
}

/* What became of it, as both ends are told; whoever has just come, or come again, has the mark for what runs. */
function word(before, isFirst) {
  const { id, state: now, end_reason: reason } = newest() || {};
  if (SHOWN.includes(now)) {
    const goesOn = before && before.id === id && SHOWN.includes(before.state);
    return goesOn ? told : isFirst ? null : "recordingBegun";
  }
  if (now === "destroyed") return "recordingDeleted";
  if (now === "declined" && SAID_NO.includes(reason)) return "recordingDeclined";
  if (now === "declined" && reason !== "talk_over") return "recordingTakenBack";
  if (["ended", "kept"].includes(now)) return reason in ENDED ? ENDED[reason] : "recordingEnded";
  return null;
}

function say(agrees) {
  if (!newest()) return;
  trouble = null;
  press({ id: newest().id, agrees, version: seen.text_version });
  send();
}

async function send() {
  const answer = pressed();
  if (!answer || isSending) return;
  isSending = true;
  renderAll();
  const { id, agrees, version } = answer;
  const heard = await askOfAudience("PUT", "/recording/answer", { agrees, text_version: version });
  isSending = false;
  const now = pressed();
  if (heard.ok) answers += 1;
  if (now && (now.id !== id || now.agrees !== agrees)) return send(); // they thought better of it meanwhile
  if (heard.ok) {
    press(null);
    trouble = null;
    follow(heard.data);
  } else if (PASSING.includes(heard.code)) {
    trouble = agrees ? "recordYesWaits" : isAsked() ? "recordNoWaits" : "recordStopWaits";
    later();
    renderAll();
  } else if (!isSessionOver(heard.code)) {
    press(null);
    trouble = heard.code === "precondition_failed" ? "recordingChanged" : heard.code === "illegal_transition" ? null : heard;
    renderAll();
    read();
  }
}

/* Told once, however often the page is worded anew: a screen reader reads aloud what is put there. */
function put(id, text) {
  if (part(id).textContent !== text) part(id).textContent = text;
}

function open(id, isWanted) {
  if (isWanted && !part(id).open) {
    part(id).showModal();
    part(id).querySelector("h2").focus(); // and on no button: whoever was writing answers nothing by the next key
  } else if (!isWanted && part(id).open) part(id).close();
}

export function render() {
  const isWithdrawing = pressed() !== null && !pressed().agrees;
  const worry = trouble === null ? "" : typeof trouble === "string" ? words()[trouble] : wordOf(trouble);
  part("recording").classList.toggle("is-on", mayStop());
  part("recording").dataset.state = state() || "";
  put("recording-mark", { running: words().recording, paused: words().recordingPaused }[state()] || "");
  part("recording-stop").hidden = !mayStop();
  part("recording-stop").disabled = isWithdrawing;
  const isSilent = told === null || (told === "recordingBegun" && state() === "paused");
  put("recording-said", (!isAsked() && worry) || (isSilent ? "" : words()[told]));
  if (seen) put("record-text", said(seen.text));
  put("record-said", (isAsked() && worry) || (isAsked() && isSending ? words().recordingSending : ""));
  part("record-language").lang = spoken() === "ar" ? "en" : "ar";
  open("record", isAsked());
  if (!mayStop() || isWithdrawing) open("record-sure", false);
}

on("record-yes", "click", () => say(true));
on("record-no", "click", () => say(false));
on("record-language", "click", () => part("language").click());
on("record", "cancel", (event) => event.preventDefault()); // that nobody pressed no is no no
on("record", "close", () => isAsked() && renderAll());
on("recording-stop", "click", () => open("record-sure", true));
on("record-keep", "click", () => open("record-sure", false));
on("record-stop", "click", () => {
  open("record-sure", false);
  say(false);
});
window.addEventListener("online", () => pressed() && read());
