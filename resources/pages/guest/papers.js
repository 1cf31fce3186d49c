/* Documents in the talk: what the official gives is seen or saved here, and what the guest has is handed over.
   Pictures are drawn, never set as HTML; a PDF is saved: what opens it is the guest's own program, not this page. */

import { notify, on, part, spoken, words } from "/pages/show.js";
import { askOfAudience, fetchFile, sendFile } from "./wire.js";

const MOST_BYTES = 32 * 1024 * 1024; // more than any server takes
const AGAIN_MS = [1000, 3000];
const PASSING = ["offline", "scanner_unavailable"];
const LASTING = ["attachment_infected", "attachment_damaged", "attachment_kind_refused", "attachment_too_large"];
const STARTS = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
];

let given = [];
let hasRead = false;
let rows = []; // what is handed over here, until the page goes
let isSending = false;

export async function read() {
  const answer = await askOfAudience("GET", "/attachments");
  if (!answer.ok) return;
  const known = new Set(given.map(({ id }) => id));
  given = answer.data.attachments.filter((each) => each.given_by);
  const fresh = given.filter(({ id }) => !known.has(id)).at(-1);
  if (fresh && hasRead) notify(words().paperGiven(fresh.name)); // below the picture on a telephone: told above it, too
  hasRead = true;
  render();
}

export function render() {
  part("papers-empty").hidden = given.length > 0;
  const list = part("given-list");
  const shown = JSON.stringify([spoken(), given]);
  if (list.dataset.shown !== shown) {
    list.dataset.shown = shown;
    list.replaceChildren(...given.map(givenRow));
  }
  for (const row of rows) showRow(row);
}

function named(name) {
  const line = document.createElement("div"); // in it a name of the other script begins where all lines begin
  const text = document.createElement("bdi");
  text.textContent = name;
  line.append(text);
  return line;
}

function sized(bytes) {
  const size = document.createElement("span");
  size.className = "second";
  size.textContent = words().size(Math.max(1, Math.round(bytes / 1024)));
  return size;
}

function button(name, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.name = name;
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function givenRow(paper) {
  const item = document.createElement("li");
  item.dataset.id = paper.id;
  item.append(named(paper.name), sized(paper.size));
  if (paper.media_type !== "application/pdf") item.append(button("see", words().paperSee, () => see(paper)));
  item.append(button("save", words().paperSave, () => save(paper)));
  return item;
}

async function fetched(paper) {
  notify(words().paperFetching);
  const answer = await fetchFile(`/attachments/${paper.id}`);
  notify(answer.ok ? "" : (words().errors[answer.code] || words().errors.other)(null, answer.wait_s));
  return answer.ok ? answer.data : null;
}

async function see(paper) {
  const blob = await fetched(paper);
  if (!blob) return;
  let image;
  try {
    image = await createImageBitmap(blob);
  } catch {
    return notify(words().errors.attachment_damaged());
  }
  const canvas = part("paper-picture");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  image.close();
  canvas.setAttribute("aria-label", paper.name);
  part("paper-title").textContent = paper.name;
  part("paper").showModal();
}

async function save(paper) {
  const blob = await fetched(paper);
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([blob], { type: paper.media_type }));
  link.download = paper.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* Nothing of it is kept in the page once it is put away. */
function putAway() {
  const canvas = part("paper-picture");
  canvas.width = canvas.height = 1;
  part("paper-title").textContent = "";
}

export function leave() {
  for (const row of rows) if (row.sending) row.sending.abort();
  if (part("paper").open) part("paper").close();
  given = [];
  rows = [];
  hasRead = false;
  part("handed-list").replaceChildren();
  render();
}

function add(file) {
  const item = document.createElement("li");
  const said = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 100;
  const row = { file, item, said, bar, passage: "waiting", share: 0, code: "", wait_s: null, sending: null };
  row.cancel = button("cancel", "", () => cancel(row));
  row.again = button("again", "", () => {
    row.passage = "waiting";
    work();
  });
  item.append(named(file.name), said, bar, row.cancel, row.again);
  part("handed-list").append(item);
  rows.push(row);
  showRow(row);
}

function showRow(row) {
  const isUnderWay = ["waiting", "sending", "checking"].includes(row.passage);
  row.item.dataset.passage = row.passage;
  row.bar.hidden = !["sending", "checking"].includes(row.passage);
  if (row.passage === "checking") row.bar.removeAttribute("value");
  else row.bar.value = row.share;
  row.cancel.hidden = !isUnderWay;
  row.cancel.textContent = words().paperCancel;
  row.again.hidden = row.passage !== "failed" || LASTING.includes(row.code);
  row.again.textContent = words().retry;
  row.said.className = row.passage === "failed" ? "bad" : row.passage === "sent" ? "good" : "";
  const failed = words().errors[row.code] || words().errors.other;
  row.said.textContent = row.passage === "failed" ? failed(null, row.wait_s || 60) : words().passages[row.passage](row.share);
}

function cancel(row) {
  row.isCancelled = true; // what has arrived already is taken away again
  row.passage = "cancelled";
  if (row.sending && row.share < 100) row.sending.abort();
  showRow(row);
}

async function isTaken(file) {
  const first = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return STARTS.some((start) => start.every((byte, index) => first[index] === byte));
}

function fail(row, code, wait_s = null) {
  row.passage = "failed";
  row.code = code;
  row.wait_s = wait_s;
}

/* One after the other, so that the talk has the line for itself as far as may be. */
async function work() {
  if (isSending) return;
  isSending = true;
  let row = rows.find((each) => each.passage === "waiting");
  while (row) {
    await deal(row);
    showRow(row);
    row = rows.find((each) => each.passage === "waiting");
  }
  isSending = false;
}

async function deal(row) {
  if (row.file.size > MOST_BYTES) return fail(row, "attachment_too_large");
  try {
    if (!(await isTaken(row.file))) return fail(row, "attachment_kind_refused");
  } catch {
    return fail(row, "attachment_damaged"); // it was taken away from under us
  }
  let answer = await once(row);
  for (const wait_ms of AGAIN_MS) {
    if (answer.ok || row.isCancelled || !PASSING.includes(answer.code)) break;
    await new Promise((resolve) => setTimeout(resolve, wait_ms));
    if (!row.isCancelled) answer = await once(row); // after a lost answer it is there once
  }
  if (row.isCancelled) {
    if (answer.ok) await askOfAudience("DELETE", `/attachments/${answer.data.id}`);
    return;
  }
  if (answer.ok) row.passage = "sent";
  else fail(row, answer.code, answer.wait_s);
}

async function once(row) {
  row.passage = "sending";
  row.share = 0;
  showRow(row);
  row.sending = sendFile("/attachments", row.file, (share) => {
    if (row.isCancelled) return;
    row.share = share;
    row.passage = share < 100 ? "sending" : "checking";
    showRow(row);
  });
  const answer = await row.sending.answer;
  row.sending = null;
  return answer;
}

on("hand-over", "change", () => {
  for (const file of part("hand-over").files) add(file);
  part("hand-over").value = "";
  work();
});
on("paper-close", "click", () => part("paper").close());
on("paper", "close", putAway);
window.addEventListener("online", () => {
  for (const row of rows) if (row.passage === "failed" && row.code === "offline") row.passage = "waiting";
  work();
});
