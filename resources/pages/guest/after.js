/* After the talk: what was decided, and how satisfied one was. */

import { dayOf, on, part, register, render, show, words } from "/pages/show.js";
import { reasonsFor } from "./words.js";
import { askOfAudience } from "./wire.js";

let outcome = null;
let score = null;
const reasons = new Set();
let isOffered = false;
let done = null;

export function arrive(onDone) {
  done = onDone;
  if (!isOffered) show("outcome");
  look();
}

async function look() {
  const answer = await askOfAudience("GET", "/outcome");
  if (answer.ok) outcome = answer.data;
  else if (answer.code === "outcome_missing") outcome = null; // not written yet, or taken back to be put right
  render();
}

register("outcome", () => {
  part("outcome-title").textContent = outcome ? words().outcomeIs : words().outcomeTitle;
  part("outcome-wait").hidden = outcome !== null;
  part("outcome-card").hidden = outcome === null;
  part("outcome-read").hidden = outcome === null;
  part("outcome-later").hidden = outcome !== null;
  if (!outcome) return;
  const { code, text, responsible_unit: unit } = outcome.decision;
  const [name, meaning] = words().decisions[code];
  part("outcome-name").textContent = name;
  part("outcome-meaning").textContent = meaning;
  part("outcome-text").textContent = text;
  part("outcome-unit").textContent = unit;
  part("outcome-follows").replaceChildren(...follows().map(entry));
});

/* What follows from it, and what was amended: a line each. */
function follows() {
  const { directive, actions, follow_up: next, transaction_number: number } = outcome.decision;
  const say = words().follows;
  return [
    ...(directive ? [say.directive(directive.unit, directive.text)] : []),
    ...(actions || []).map((each) => say.action(each.text, each.owner, dayOf(new Date(`${each.due}T12:00:00Z`), "UTC"))),
    ...(next ? [say.followUp(next.office, next.within_weeks)] : []),
    ...(number ? [say.transaction(number)] : []),
    ...(outcome.amendments || []).map((each) => say.amendment(each.text, each.reason)),
  ];
}

function entry(text) {
  const line = document.createElement("li");
  line.dir = "auto";
  line.textContent = text;
  return line;
}

async function confirm() {
  part("outcome-read").disabled = true;
  if (!outcome.confirmed_at) await askOfAudience("POST", "/outcome/confirmation");
  survey();
}

function survey() {
  isOffered = true;
  show("survey");
}

function choice(kind, name, value, label, isChecked) {
  const row = document.createElement("label");
  row.className = "choice";
  const input = document.createElement("input");
  input.type = kind;
  input.name = name;
  input.value = value;
  input.checked = isChecked;
  const text = document.createElement("span");
  text.textContent = label;
  row.append(input, text);
  return row;
}

function fill(fieldset, rows) {
  for (const old of fieldset.querySelectorAll(".choice")) old.remove();
  fieldset.append(...rows);
}

register("survey", () => {
  const scores = words().scores.map((label, at) => choice("radio", "score", at + 1, label, score === at + 1));
  fill(part("scores"), scores.reverse()); // the best first, as it is said first
  part("reasons").hidden = score === null;
  const offered = score === null ? [] : reasonsFor(score);
  fill(part("reasons"), offered.map((each) => choice("checkbox", "reason", each, words().reasons[each], reasons.has(each))));
  part("send-survey").disabled = score === null;
});
on("survey-form", "change", ({ target }) => {
  if (target.name === "score") {
    score = Number(target.value);
    reasons.clear();
    render();
    part("scores").querySelector("input:checked").focus();
  } else if (target.checked) reasons.add(target.value);
  else reasons.delete(target.value);
});
on("survey-form", "submit", async (event) => {
  event.preventDefault();
  part("send-survey").disabled = true;
  await askOfAudience("PUT", "/satisfaction", { score, reasons: [...reasons] });
  done();
});
on("skip-survey", "click", () => done());
on("outcome-read", "click", confirm);
on("outcome-later", "click", survey);
