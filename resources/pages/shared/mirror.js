/* Camera and microphone: opened and looked at before the talk, put right, and had back when one is pulled out. */

import { close, measure, open, openOne } from "./devices.js";
import { hear } from "./muted.js";
import { current, notify, on, part, register, render, words } from "./show.js";

export const media = { stream: null, failed: null };
const gone = new Set(); // "audio", "video": what was pulled out, and is taken again once it is there
let stopMeasuring = null;
let changed = () => {};
let order = Promise.resolve(); // what comes and goes is dealt with one after the other

export const hasPicture = () => Boolean(media.stream?.getVideoTracks().length);
export const hasVoice = () => Boolean(media.stream?.getAudioTracks().length);

export async function openMedia(wantsPicture) {
  part("open-devices").disabled = true;
  const { stream = null, failed = null } = await open(wantsPicture);
  part("open-devices").disabled = false;
  letGo();
  media.stream = stream;
  media.failed = failed;
  for (const mirror of document.querySelectorAll("video.mirrored")) mirror.srcObject = stream;
  if (stream) {
    notify("");
    for (const track of stream.getTracks()) watch(track);
  }
  look();
  render();
  return stream !== null;
}

/* A track of the stream went, or another came: the stream itself stays. */
export function onChanged(act) {
  changed = act;
}

/* What was pulled out and is not back, as a sentence; empty where all is there that was opened. */
export function goneWords() {
  const { both, microphone, camera } = words().devicesGone;
  if (gone.size === 2) return both;
  return gone.has("audio") ? microphone : gone.has("video") ? camera : "";
}

export function letGo() {
  if (stopMeasuring) stopMeasuring();
  stopMeasuring = null;
  for (const track of media.stream ? media.stream.getTracks() : []) track.onended = null;
  close(media.stream);
  media.stream = null;
  gone.clear();
}

function watch(track) {
  track.onended = () => lose(track);
}

/* Whoever sees and hears goes on with what is left. */
function lose(track) {
  media.stream.removeTrack(track);
  gone.add(track.kind);
  tell();
  regain();
}

function regain() {
  order = order.then(async () => {
    const { stream } = media;
    for (const kind of [...gone]) {
      const track = await openOne(kind);
      if (!track) continue;
      if (stream !== media.stream || !gone.has(kind)) {
        track.stop(); // all was let go, or opened anew, meanwhile
        continue;
      }
      gone.delete(kind);
      watch(track);
      stream.addTrack(track);
      tell();
    }
  });
}

function tell() {
  look();
  changed();
  if (current() !== "call") notify(goneWords()); // there it stands over the picture
  render();
}

/* What is shown of it, and how loud it is. */
function look() {
  for (const mirror of document.querySelectorAll("video.mirrored")) mirror.classList.toggle("is-off", !hasPicture());
  if (stopMeasuring) stopMeasuring();
  const voice = media.stream?.getAudioTracks()[0];
  stopMeasuring = voice ? measure(voice, heard) : null;
  part("level").value = 0;
}

function heard(level) {
  part("level").value = level;
  hear(level);
}

/* Whether the browser lets the page have both without asking: after a reload nobody is asked twice. */
export async function isAllowed() {
  try {
    const asked = ["camera", "microphone"].map((name) => navigator.permissions.query({ name }));
    return (await Promise.all(asked)).every(({ state }) => state === "granted");
  } catch {
    return false; // a browser that does not tell
  }
}

register("devices", () => {
  const isOpen = hasVoice(); // without a voice nobody goes in
  part("mirror-frame").hidden = !hasPicture();
  part("level-row").hidden = !isOpen;
  part("devices-text").hidden = isOpen;
  part("devices-done").hidden = !isOpen;
  part("open-devices").hidden = isOpen;
  part("open-devices").textContent = media.failed ? words().tryDevices : words().openDevices;
  part("voice-only").hidden = isOpen || !["noCamera", "cameraBusy"].includes(media.failed);
  const worked = hasPicture() ? words().devicesWork : words().voiceWorks;
  part("devices-said").textContent = isOpen ? worked : media.failed ? words().failures[media.failed] : "";
  part("devices-said").className = isOpen ? "good" : "bad";
});
on("open-devices", "click", () => openMedia(true));
on("voice-only", "click", () => openMedia(false));
if (navigator.mediaDevices) navigator.mediaDevices.addEventListener("devicechange", regain);
