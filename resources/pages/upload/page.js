"use strict";

/* Sends files to the kiosk that showed the link. What opens the link stands behind the # of the address: browsers send
   that to nobody; here it goes along as a bearer's token, and is good for a few minutes and for nothing else. */

const WORDS = {
  ar: {
    majlis: "مجلس",
    other: "English",
    title: "إرسال مستندات إلى الكشك",
    purpose: "اختاروا الملفات من هاتفكم، ثم أكّدوها على شاشة الكشك.",
    choose: "اختيار ملفات أو التقاط صورة",
    privacy: "لا يرى هذه الملفات أحد قبل تأكيدكم، وتُحذف من هنا بانتهاء زيارتكم.",
    bounds: (most, megabytes) => `ملفات PDF وصور JPEG أو PNG. عدد الملفات: ${most} كحد أقصى، وحجم الملف: ${megabytes} ميغابايت كحد أقصى.`,
    waiting: "في الانتظار",
    sending: (share) => `جارٍ الإرسال: ${share}٪`,
    checking: "وصل الملف، ويجري فحصه",
    sent: "أُرسل إلى الكشك",
    again: "إعادة المحاولة",
    next: "وصلت ملفاتكم. أكّدوها الآن على شاشة الكشك.",
    over: "انتهت صلاحية هذا الرابط. اطلبوا رمزاً جديداً من الكشك وامسحوه.",
    offline: "تعذّر الاتصال. تحققوا من الإنترنت، وسنعيد المحاولة تلقائياً.",
    errors: {
      attachment_too_large: (megabytes) => `الملف كبير جداً. الحد الأقصى ${megabytes} ميغابايت.`,
      attachment_kind_refused: () => "لا يمكن قبول هذا النوع من الملفات. اختاروا ملف PDF أو صورة JPEG أو PNG.",
      attachment_damaged: () => "تعذّرت قراءة الملف؛ قد يكون تالفاً أو محمياً بكلمة مرور.",
      attachment_infected: () => "الملف غير آمن، فلم يُقبل. اختاروا ملفاً آخر.",
      attachments_full: () => "لا يمكن إضافة ملفات أخرى.",
      scanner_unavailable: () => "تعذّر فحص الملفات حالياً. حاولوا بعد قليل.",
      rate_limited: () => "أُرسلت ملفات كثيرة. حاولوا لاحقاً.",
      not_found: () => "انتهت صلاحية هذا الرابط.",
      other: () => "تعذّر إرسال الملف. حاولوا مرة أخرى.",
    },
  },
  en: {
    majlis: "Majlis",
    other: "العربية",
    title: "Send documents to the kiosk",
    purpose: "Choose the files on your phone, then confirm them on the kiosk's screen.",
    choose: "Choose files or take a photo",
    privacy: "Nobody sees these files before you confirm them, and they are deleted from here when your visit ends.",
    bounds: (most, megabytes) => `PDF files, JPEG or PNG photos. At most ${most} files, each of at most ${megabytes} MB.`,
    waiting: "Waiting",
    sending: (share) => `Sending: ${share}%`,
    checking: "Received, being checked",
    sent: "Sent to the kiosk",
    again: "Try again",
    next: "Your files have arrived. Now confirm them on the kiosk's screen.",
    over: "This link is over. Ask the kiosk for a new code and scan it.",
    offline: "No connection. Please check the internet; we keep trying.",
    errors: {
      attachment_too_large: (megabytes) => `The file is too large. At most ${megabytes} MB.`,
      attachment_kind_refused: () => "Files of this kind cannot be taken. Choose a PDF, or a JPEG or PNG photo.",
      attachment_damaged: () => "The file cannot be read; it may be damaged or locked by a password.",
      attachment_infected: () => "The file is not safe and was not taken. Choose another file.",
      attachments_full: () => "No more files can be added.",
      scanner_unavailable: () => "Files cannot be checked at the moment. Try again shortly.",
      rate_limited: () => "Too many files were sent. Try again later.",
      not_found: () => "This link is over.",
      other: () => "The file could not be sent. Please try again.",
    },
  },
};

const LOOK_EVERY_MS = 5000;
const ANSWER_WITHIN_MS = 150000;
const STARTS = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
];

const token = location.hash.slice(1);
const rows = [];
let language = navigator.language.toLowerCase().startsWith("en") ? "en" : "ar";
let place = null;
let state = "open";
let isSending = false;

const part = (id) => document.getElementById(id);
const words = () => WORDS[language];
const megabytes = () => (place ? Math.floor(place.most_bytes / 1048576) : 10);

function speak() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = words().majlis;
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = words()[each.dataset.word];
  const other = part("language");
  other.textContent = words().other;
  other.lang = language === "ar" ? "en" : "ar";
  show();
}

function show() {
  const isOver = state === "over";
  const notice = part("notice");
  notice.hidden = state === "open";
  notice.textContent = notice.hidden ? "" : words()[state];
  part("bounds").textContent = place ? words().bounds(place.most, megabytes()) : "";
  part("choose").classList.toggle("is-closed", isOver || place === null);
  part("files").disabled = isOver || place === null;
  for (const row of rows) showRow(row);
  const hasSent = rows.some((row) => row.passage === "sent") || (place !== null && place.files.length > 0);
  part("next").hidden = isOver || !hasSent || isSending;
  part("next").textContent = words().next;
}

function showRow(row) {
  const { item, said, bar, again } = row;
  bar.hidden = row.passage !== "sending" && row.passage !== "checking";
  if (row.passage === "checking") bar.removeAttribute("value");
  else bar.value = row.share;
  again.hidden = row.passage !== "failed" || !row.mayRetry || state === "over";
  again.textContent = words().again;
  said.className = row.passage === "failed" ? "bad" : row.passage === "sent" ? "good" : "";
  if (row.passage === "failed") said.textContent = (words().errors[row.code] || words().errors.other)(megabytes());
  else said.textContent = row.passage === "sending" ? words().sending(row.share) : words()[row.passage];
  item.dataset.passage = row.passage;
}

function add(file) {
  const item = document.createElement("li");
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const line = document.createElement("div"); // in it a name of the other script begins where all lines begin
  line.append(name);
  const said = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 100;
  const again = document.createElement("button");
  again.type = "button";
  item.append(line, said, bar, again);
  part("list").append(item);
  const row = { file, item, said, bar, again, passage: "waiting", share: 0, code: "", mayRetry: false };
  again.addEventListener("click", () => {
    row.passage = "waiting";
    work();
  });
  rows.push(row);
}

async function isTaken(file) {
  const first = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return STARTS.some((start) => start.every((byte, index) => first[index] === byte));
}

function fail(row, code, mayRetry) {
  row.passage = "failed";
  row.code = code;
  row.mayRetry = mayRetry;
}

async function work() {
  if (isSending) return;
  isSending = true;
  let row = rows.find((each) => each.passage === "waiting");
  while (row) {
    await deal(row);
    show();
    row = rows.find((each) => each.passage === "waiting");
  }
  isSending = false;
  show();
  look();
}

async function deal(row) {
  if (row.file.size > place.most_bytes) return fail(row, "attachment_too_large", false);
  try {
    if (!(await isTaken(row.file))) return fail(row, "attachment_kind_refused", false);
  } catch {
    return fail(row, "attachment_damaged", false); // it was taken away from under us
  }
  const [status, code] = await send(row);
  if (status === 201) row.passage = "sent";
  else fail(row, code, !["attachment_infected", "attachment_damaged", "attachments_full"].includes(code));
  if (status === 404) state = "over";
}

function send(row) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch tells nothing of how far an upload has come
    request.open("POST", "/v1/uploads");
    request.timeout = ANSWER_WITHIN_MS;
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    const name = encodeURIComponent(row.file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    request.setRequestHeader("Content-Disposition", `attachment; filename*=UTF-8''${name}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    row.passage = "sending";
    row.share = 0;
    request.upload.onprogress = (event) => {
      row.share = event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0;
      showRow(row);
    };
    request.upload.onload = () => {
      row.passage = "checking";
      showRow(row);
    };
    request.onload = () => resolve([request.status, codeOf(request.responseText)]);
    request.onerror = request.ontimeout = () => resolve([0, "other"]);
    showRow(row);
    request.send(row.file);
  });
}

function codeOf(text) {
  try {
    return JSON.parse(text).code || "other";
  } catch {
    return "other";
  }
}

async function look() {
  if (state === "over" || isSending) return;
  try {
    const answer = await fetch("/v1/uploads", { headers: { Authorization: `Bearer ${token}` }, cache: "no-store" });
    if (answer.ok) {
      place = await answer.json();
      state = "open";
    } else if (answer.status === 404) {
      state = "over";
    } else {
      state = "offline";
    }
  } catch {
    state = "offline";
  }
  show();
}

part("language").addEventListener("click", () => {
  language = language === "ar" ? "en" : "ar";
  speak();
});
part("files").addEventListener("change", () => {
  for (const file of part("files").files) add(file);
  part("files").value = "";
  work();
});
setInterval(() => {
  if (document.visibilityState === "visible") look();
}, LOOK_EVERY_MS);
speak();
look();
