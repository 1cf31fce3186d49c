/* A question before something is over; Escape and the first button say no. */

import { on, part, words } from "/pages/show.js";

let answer = null;

/* Whether they are sure of it: "complete", "leave" or "signOut". */
export function confirmed(what) {
  const [title, text, no, yes] = words().sure[what];
  part("sure-title").textContent = title;
  part("sure-text").textContent = text;
  part("sure-no").textContent = no;
  part("sure-yes").textContent = yes;
  part("sure").showModal();
  return new Promise((resolve) => (answer = resolve));
}

export function drop() {
  if (part("sure").open) part("sure").close();
}

function say(isSure) {
  const told = answer;
  answer = null;
  drop();
  if (told) told(isSure);
}

on("sure-no", "click", () => say(false));
on("sure-yes", "click", () => say(true));
/* A browser tells of a closing a moment later: by then the next question may be open, which it is not about. */
on("sure", "close", () => {
  if (!part("sure").open) say(false);
});
