/* Whether somebody speaks into a microphone that is switched off, as the desk has it (desk_client/rtc/sound/muted.py):
   they are told, and soon no more. */

import { render } from "./show.js";

const LOUD = 0.4; // of what `measure` tells: fainter is somebody farther away, who does not mean us
const EACH_S = 0.1; // so long is what it tells each time
const SPOKEN_S = 0.5; // more than a cough or a yes
const FORGOTTEN = 0.25; // words have gaps, yet noise here and there must not add up
const TOLD_MS = 6000;
const EVERY_MS = 10000;

let isOff = false;
let evidence_s = 0;
let told_ms = -Infinity;

/* Begin anew: the microphone was switched on or off. */
export function listen(isSwitchedOff) {
  isOff = isSwitchedOff;
  evidence_s = 0;
}

export function hear(level) {
  if (!isOff) return;
  const more_s = level >= LOUD ? EACH_S : -FORGOTTEN * EACH_S;
  evidence_s = Math.max(0, Math.min(SPOKEN_S, evidence_s + more_s));
  if (evidence_s < SPOKEN_S || performance.now() < told_ms + EVERY_MS) return;
  evidence_s = 0;
  told_ms = performance.now();
  render();
}

/* Whether to say now that they are muted and are not heard. */
export const isTold = () => isOff && performance.now() < told_ms + TOLD_MS;
