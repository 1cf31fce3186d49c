/* After the talk: what was decided, and how satisfied one was. */

import { dayOf, on, part, register, render, said, show, wordOf, words } from "/pages/show.js";
import { reasonsFor } from "./after_words.js";
import { askOfAudience } from "./wire.js";

const SAID_OF_ITSELF = ["offline", "rate_limited"]; // else the refusal is of something else on this page

let outcome = null;
let zone = null;
let refusal = null; // of the confirmation: the code, while it has not arrived
let notSent = null; // the same of how satisfied one was
let score = null;
const reasons = new Set();
let isOffered = false;
let done = null;

export function arrive(appointment, onDone) {
  zone = appointment.zone;
  done = onDone;
  if (!isOffered) show("outcome");
  look();
}

async function look() {
  const answer = await askOfAudience("GET", "/outcome");
  if (answer.ok) outcome = answer.data;
  else if (answer.code === "outcome_missing") outcome = refusal = null; // not written yet, or taken back to be put right
  render();
}

register("outcome", () => {
  part("outcome-title").textContent = outcome ? words().outcomeIs : words().outcomeTitle;
  part("outcome-wait").hidden = outcome !== null;
  part("outcome-card").hidden = outcome === null;
  part("outcome-read").hidden = outcome === null;
  part("outcome-later").hidden = outcome !== null;
  part("outcome-said").textContent = outcome && refusal ? refusedWords() : "";
  part("outcome-slip").hidden = !outcome?.slip_url;
  part("outcome-print").hidden = outcome === null;
  if (!outcome) return;
  const { slip_url: slip } = outcome;
  part("outcome-checked").hidden = !slip;
  if (slip) part("outcome-slip").href = part("outcome-link").href = slip;
  part("outcome-link").textContent = slip ? part("outcome-link").href : "";
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
  const due = (each) => dayOf(new Date(`${each.due}T12:00:00Z`), "UTC");
  const task = (each, at) => [say.action(each.text, each.owner, due(each)), carriedOut("action", at)];
  return [
    ...(directive ? [[say.directive(directive.unit, directive.text), carriedOut("directive")]] : []),
    ...(actions || []).map(task),
    ...(next ? [[say.followUp(next.office, next.within_weeks), carriedOut("follow_up")]] : []),
    ...(number ? [[say.transaction(number)]] : []),
    ...(outcome.amendments || []).map((each) => [say.amendment(each.text, each.reason)]),
  ];
}

/* How it stands with a part of it: with whom it lies, or what came of it and when. */
function carriedOut(name, at = 0) {
  const found = (outcome.carried_out || []).find(({ part: of, number }) => of === name && number === at);
  if (!found) return "";
  const say = words().carriedOut[found.state] || words().carriedOut.open;
  return say(said(found.unit), dayOf(new Date(found.changed_at), zone), found.answer);
}

function entry([text, stands = ""]) {
  const line = document.createElement("li");
  const [what, how] = [document.createElement("div"), document.createElement("div")];
  what.dir = how.dir = "auto";
  what.textContent = text;
  how.textContent = stands;
  how.className = "second";
  line.append(what, ...(stands ? [how] : []));
  return line;
}

/* It goes on once it has arrived: until then the same button tries again. */
async function confirm() {
  part("outcome-read").disabled = true;
  refusal = null;
  render();
  const answer = outcome.confirmed_at ? { ok: true } : await askOfAudience("POST", "/outcome/confirmation");
  if (!answer.ok) {
    refusal = answer;
    await look(); // it may have arrived before, or been taken back to be put right
  }
  part("outcome-read").disabled = false;
  if (answer.ok || outcome?.confirmed_at) survey();
}

const reasonOf = (refused) => (SAID_OF_ITSELF.includes(refused.code) ? wordOf(refused) : words().errors.other());
const refusedWords = () => `${words().notConfirmed} ${reasonOf(refusal)}`;

function notSentWords() {
  if (notSent.code === "already_exists") return words().surveyAnswered; // in an earlier session: that answer stands
  return `${words().surveyNotSent} ${reasonOf(notSent)}`;
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
  part("survey-said").textContent = notSent ? notSentWords() : "";
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
  notSent = null;
  render();
  part("send-survey").disabled = true;
  const answer = await askOfAudience("PUT", "/satisfaction", { score, reasons: [...reasons] });
  if (answer.ok) return done();
  notSent = answer; // what was chosen stays, and the same button tries again
  render();
  part("send-survey").focus();
});
on("skip-survey", "click", () => done());
on("outcome-read", "click", confirm);
on("outcome-later", "click", survey);
on("outcome-print", "click", () => window.print());
