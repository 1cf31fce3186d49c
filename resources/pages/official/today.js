/* Today's audiences by video: who waits and since when; one is let in, or told why not. */

import { dayOf, notify, on, part, register, render, said, timeOf, wordOf, words } from "/pages/show.js";
import { ask, serverNow } from "/pages/wire.js";

const BY_VIDEO = ["video_kiosk", "video_own"];
const GIVEN_UP = ["no_show", "unserved"];
const DONE = ["completed", "outcome_recorded", "confirmed", ...GIVEN_UP];

let ways = null; // receive(item), lookAgain()
let person = null;
let agenda = null;
let declined = null; // whom the form is about

export const isUnread = () => agenda === null;
export const item = (id) => (agenda ? agenda.items.find((each) => each.id === id) || null : null);

export function begin(itsWays) {
  ways = itsWays;
}

export function belongsTo(somebody) {
  person = somebody;
}

export function read(found) {
  const items = found.items.filter(({ kind }) => BY_VIDEO.includes(kind));
  agenda = { ...found, items };
  render();
}

/* Why it was not done; the list shows how it stands. */
export function refuse(answer) {
  notify(wordOf(answer));
}

/* The minutes go on between two readings. */
export function tick() {
  for (const each of agenda ? agenda.items : []) {
    const row = document.getElementById(`state-${each.id}`);
    const text = stateOf(each);
    if (row && row.textContent !== text) row.textContent = text;
  }
}

function stateOf({ state, present_since: since }) {
  if (state !== "waiting" || !since) return words().states[state];
  return words().waitingFor(Math.floor((serverNow() - Date.parse(since)) / 60000));
}

function rank({ state }) {
  if (state === "in_session") return 0;
  if (state === "waiting") return 1;
  return DONE.includes(state) ? 3 : 2;
}

function inTurn(one, other) {
  const first = rank(one) - rank(other);
  if (first) return first;
  if (one.state === "waiting" && one.position !== other.position) return (one.position || 0) - (other.position || 0);
  return Date.parse(one.slot.starts_at) - Date.parse(other.slot.starts_at);
}

register("today", () => {
  if (!agenda) return;
  part("today-office").textContent = person ? said(person.office_title) : "";
  const zone = agenda.items[0]?.zone || "Asia/Riyadh";
  part("today-date").textContent = dayOf(new Date(`${agenda.date}T12:00:00Z`), zone);
  part("today-empty").hidden = agenda.items.length > 0;
  const waiting = agenda.items.filter(({ state }) => state === "waiting").length;
  const { one, none, more } = words().waits;
  const told = waiting === 0 ? none : waiting === 1 ? one : more(waiting);
  if (part("today-said").textContent !== told) part("today-said").textContent = told;
  const items = [...agenda.items].sort(inTurn);
  const shown = JSON.stringify([document.documentElement.lang, items]);
  if (part("audiences").dataset.shown === shown) return tick();
  const focused = document.activeElement?.id;
  part("audiences").dataset.shown = shown;
  part("audiences").replaceChildren(...items.map(card));
  if (focused) document.getElementById(focused)?.focus();
});

function line(text, className = "") {
  const found = document.createElement("p");
  found.className = className;
  found.dir = "auto";
  found.textContent = text;
  return found;
}

function card(each) {
  const row = document.createElement("li");
  row.className = "card";
  row.dataset.state = each.state;
  row.classList.toggle("waits", ["waiting", "in_session"].includes(each.state));
  const name = document.createElement("h2");
  name.dir = "auto";
  name.textContent = each.citizen_name;
  const time = timeOf(new Date(each.slot.starts_at), each.zone);
  const place = each.site_name ? words().fromSite(said(each.site_name)) : words().fromHome;
  const state = line(stateOf(each), "state");
  state.id = `state-${each.id}`;
  const acts = document.createElement("div");
  acts.className = "acts";
  const say = words();
  if (each.state === "waiting") {
    acts.append(
      button(`admit-${each.id}`, say.admit, say.admitName(each.citizen_name), () => ways.receive(each), true),
      button(`decline-${each.id}`, say.decline, say.declineName(each.citizen_name), () => openDecline(each)),
    );
  } else if (each.state === "in_session") {
    acts.append(button(`admit-${each.id}`, say.enter, say.enterName(each.citizen_name), () => ways.receive(each), true));
  }
  row.append(name, state, line(`${say.at(time)} · ${said(each.service_name)} · ${place}`, "second"));
  if (each.subject) row.append(line(each.subject));
  row.append(acts);
  return row;
}

function button(id, label, name, act, isMain = false) {
  const made = document.createElement("button");
  made.type = "button";
  made.id = id;
  made.className = isMain ? "main" : "";
  made.textContent = label;
  made.setAttribute("aria-label", name);
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await act();
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

const FIELDS = { unit: "decline-unit", reason: "decline-reason", next_step: "decline-next" };

function openDecline(each) {
  declined = each;
  part("decline-title").textContent = words().declineName(each.citizen_name);
  part("decline-unit").value = person ? said(person.office_title) : "";
  part("decline-reason").value = part("decline-next").value = "";
  fault("");
  part("decline").showModal();
  part("decline-reason").focus();
}

function fault(text, field = null) {
  part("decline-error").textContent = text;
  for (const [name, id] of Object.entries(FIELDS)) part(id).setAttribute("aria-invalid", String(name === field));
}

on("decline-no", "click", () => part("decline").close());
on("decline-form", "submit", async (event) => {
  event.preventDefault();
  const body = Object.fromEntries(Object.entries(FIELDS).map(([name, id]) => [name, part(id).value.trim()]));
  const missing = Object.keys(FIELDS).find((name) => !body[name]);
  if (missing) {
    fault(words().declineMissing, missing);
    return part(FIELDS[missing]).focus();
  }
  part("decline-yes").disabled = true;
  const answer = await ask("POST", `/appointments/${declined.id}/decline`, body);
  part("decline-yes").disabled = false;
  if (!answer.ok && ["offline", "invalid_reason", "rate_limited"].includes(answer.code)) return fault(wordOf(answer));
  part("decline").close();
  if (answer.ok) notify(words().declined(declined.citizen_name));
  else refuse(answer);
  return ways.lookAgain();
});
