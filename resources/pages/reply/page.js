"use strict";

/* Shows what a citizen is asked about their request, and takes the answer once. What opens the link stands behind the #
   of the address: browsers send that to nobody; here it goes along as a bearer's token, and is good for nothing else. */

const WORDS = {
  ar: {
    majlis: "مجلس",
    other: "English",
    title: "سؤال عن طلبكم",
    unit: (unit) => `من: ${unit}`,
    answer: "إجابتكم",
    send: "إرسال الإجابة",
    privacy: "يقرأ إجابتكم من يتولى طلبكم وحده، وهي تُرسل مرة واحدة.",
    sent: "وصلت إجابتكم، شكراً لكم. ستصلكم رسالة عند الرد على طلبكم.",
    over: "لا يوجد سؤال ينتظر إجابة هنا: أُجيب عنه من قبل، أو لم تعد الحاجة إليه قائمة.",
    offline: "تعذّر الاتصال، ولم نتأكد من الوصول. إجابتكم محفوظة هنا؛ حاولوا مرة أخرى.",
    empty: "نرجو كتابة إجابتكم بالكلمات.",
  },
  en: {
    majlis: "Majlis",
    other: "العربية",
    title: "A question about your request",
    unit: (unit) => `From: ${unit}`,
    answer: "Your answer",
    send: "Send the answer",
    privacy: "Only those who handle your request read your answer, and it is sent once.",
    sent: "Your answer has arrived, thank you. You will receive a message when your request is answered.",
    over: "No question waits for an answer here: it was answered before, or is no longer needed.",
    offline: "No connection: we cannot tell whether it arrived. Your answer is kept here; please try again.",
    empty: "Please write your answer in words.",
  },
};

const token = location.hash.slice(1);
let language = navigator.language.toLowerCase().startsWith("en") ? "en" : "ar";
let place = null;
let state = "loading";
let isSending = false;
let mayHaveArrived = false; // an answer was sent, and nothing was heard of it

const part = (id) => document.getElementById(id);
const words = () => WORDS[language];

function show() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = words().majlis;
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = words()[each.dataset.word];
  const other = part("language");
  other.textContent = words().other;
  other.lang = language === "ar" ? "en" : "ar";
  part("unit").textContent = place ? words().unit(place.unit[language] || place.unit.ar) : "";
  part("question").textContent = place ? place.question : "";
  part("form").hidden = place === null || state === "over" || state === "sent";
  part("send").disabled = isSending;
  const notice = { over: words().over, offline: words().offline, empty: words().empty }[state] || "";
  part("notice").textContent = notice;
  part("notice").hidden = notice === "";
  part("notice").className = state === "over" ? "second" : "bad";
  part("sent").textContent = state === "sent" ? words().sent : "";
  part("sent").hidden = state !== "sent";
}

async function look() {
  try {
    const answer = await fetch("/v1/replies", { headers: { Authorization: `Bearer ${token}` }, cache: "no-store" });
    if (answer.ok) {
      place = await answer.json();
      state = "open";
    } else {
      state = answer.status === 404 ? "over" : "offline";
    }
  } catch {
    state = "offline";
  }
  show();
  if (state === "offline") setTimeout(look, 5000);
}

async function send() {
  const text = part("text").value.trim();
  if (isSending) return;
  isSending = true;
  show();
  try {
    const answer = await fetch("/v1/replies", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ text }),
    });
    if (answer.ok || (answer.status === 404 && mayHaveArrived)) state = "sent";
    else if (answer.status === 404) state = "over";
    else if (answer.status === 422) state = "empty";
    else state = "offline";
  } catch {
    mayHaveArrived = true;
    state = "offline";
  }
  isSending = false;
  show();
}

part("language").addEventListener("click", () => {
  language = language === "ar" ? "en" : "ar";
  show();
});
part("form").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
show();
look();
