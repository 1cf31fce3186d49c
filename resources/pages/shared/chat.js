/* What both sides write beside the talk. The server keeps it with the case; this page reads it again with each hint. */

import { notify, on, part, timeOf, wordOf, words } from "./show.js";

let lines = [];
let ask = null; // of the audience: (method, path, body, key)
let ours = null; // as which author this end writes
let names = null; // of the other authors, by what they write as
let zone = "Asia/Riyadh";
let sending = { text: "", key: "" }; // sent again under its key, a line is written once

export function begin(ways) {
  ask = ways.ask;
  ours = ways.ours;
}

/* Another audience: nothing of the last one is left. */
export function forget() {
  lines = [];
  names = null;
  sending = { text: "", key: "" };
  part("chat-text").value = "";
}

export async function read(others, itsZone) {
  const answer = await ask("GET", "/chat");
  if (!answer.ok) return;
  const isFirst = names === null;
  const known = new Set(lines.map(({ id }) => id));
  const fresh = answer.data.lines.filter(({ id, author }) => author !== ours && !known.has(id)).at(-1);
  lines = answer.data.lines;
  names = others;
  zone = itsZone;
  render();
  // below the picture on a telephone: whoever looks at it is told above it as well
  if (fresh && !isFirst) notify(`${who(fresh.author)}: ${fresh.text}`);
}

export function render() {
  const texts = lines.map(({ author, text, sent_at: at }) => [who(author), timeOf(new Date(at), zone), text]);
  const list = part("chat-lines");
  part("chat-empty").hidden = texts.length > 0;
  if (texts.join("\n") === list.dataset.shown) return;
  list.dataset.shown = texts.join("\n");
  list.replaceChildren(...texts.map(([name, time, text], index) => row(`${name} · ${time}`, text, lines[index].author)));
  list.scrollTop = list.scrollHeight;
}

function who(author) {
  return author === ours ? words().chatYou : (names && names[author]) || words().chatDelegate;
}

function row(heading, text, author) {
  const item = document.createElement("li");
  item.dataset.author = author;
  item.classList.toggle("ours", author === ours);
  const name = document.createElement("span");
  name.className = "second";
  name.textContent = heading;
  const line = document.createElement("p");
  line.dir = "auto";
  line.textContent = text;
  item.append(name, line);
  return item;
}

on("chat-form", "submit", async (event) => {
  event.preventDefault();
  const text = part("chat-text").value.trim();
  if (!text) return;
  if (sending.text !== text) sending = { text, key: crypto.randomUUID() };
  part("chat-send").disabled = true;
  const answer = await ask("POST", "/chat", { text }, sending.key);
  part("chat-send").disabled = false;
  if (!answer.ok) {
    notify(answer.code === "rate_limited" ? words().chatFast(answer.wait_s) : wordOf(answer));
    return;
  }
  sending = { text: "", key: "" };
  part("chat-text").value = "";
  notify("");
  if (!lines.some(({ id }) => id === answer.data.id)) lines = [...lines, answer.data];
  render();
});
