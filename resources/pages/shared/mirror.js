/* Camera and microphone before the talk: opened, looked at, and put right. */

import { close, measure, open } from "./devices.js";
import { notify, on, part, register, render, words } from "./show.js";

export const media = { stream: null, failed: null };
let stopMeasuring = null;
let gone = null;

export function hasPicture() {
  return Boolean(media.stream && media.stream.getVideoTracks().length);
}

export async function openMedia(wantsPicture) {
  part("open-devices").disabled = true;
  const { stream = null, failed = null } = await open(wantsPicture);
  part("open-devices").disabled = false;
  letGo();
  media.stream = stream;
  media.failed = failed;
  for (const mirror of document.querySelectorAll("video.mirrored")) {
    mirror.srcObject = stream;
    mirror.classList.toggle("is-off", !hasPicture());
  }
  if (stream) {
    notify("");
    stopMeasuring = measure(stream, (level) => (part("level").value = level));
    for (const track of stream.getTracks()) track.onended = () => gone && gone();
  }
  render();
  return stream !== null;
}

export function onGone(act) {
  gone = act;
}

export function letGo() {
  if (stopMeasuring) stopMeasuring();
  stopMeasuring = null;
  for (const track of media.stream ? media.stream.getTracks() : []) track.onended = null;
  close(media.stream);
  media.stream = null;
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
  const isOpen = media.stream !== null;
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
