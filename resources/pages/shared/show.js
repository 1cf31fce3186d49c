/* What a page shows that talks: one section at a time, in one of two languages. A page begins by `speakWith`. */

let worded = null; // by language: everything that the page says
let stepped = {}; // by section: its step, where the page goes in steps
let language = navigator.language.toLowerCase().startsWith("en") ? "en" : "ar";
let section = "loading";
const renders = new Map(); // by section: words it again

export const part = (id) => document.getElementById(id);
export const words = () => worded[language];
export const spoken = () => language;
export const said = (texts) => texts[language] || texts.ar || texts.en;
export const current = () => section;

export function on(id, event, act) {
  part(id).addEventListener(event, act);
}

/* `render` words the section anew, whenever the language changes or something of it does. */
export function register(name, render) {
  renders.set(name, render);
}

export function render() {
  renders.get(section)?.();
}

export function show(name) {
  if (name !== section) {
    part(section).hidden = true;
    part(name).hidden = false;
    section = name;
    const heading = part(name).querySelector("h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }
  const step = stepped[name];
  if (part("steps")) part("steps").textContent = step ? words().step(step, 5, words().stepNames[step - 1]) : "";
  render();
}

export function notify(text) {
  part("notice").hidden = !text;
  part("notice").textContent = text || "";
}

/* What a refusal means, in the page's own words. */
export function wordOf({ code, left = null, wait_s = null }) {
  return (words().errors[code] || words().errors.other)(left, wait_s);
}

function format(options, moment, zone) {
  const locale = language === "ar" ? "ar-SA-u-ca-gregory-nu-latn" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(moment);
}

export const dayOf = (moment, zone) => format({ weekday: "long", day: "numeric", month: "long" }, moment, zone);
export const timeOf = (moment, zone) => format({ hour: "numeric", minute: "2-digit" }, moment, zone);

function speak() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = words().majlis;
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = words()[each.dataset.word];
  part("controls").setAttribute("aria-label", words().controls);
  const other = part("language");
  other.textContent = words().other;
  other.lang = language === "ar" ? "en" : "ar";
  show(section);
}

export function speakWith(texts, steps = {}) {
  worded = texts;
  stepped = steps;
  on("language", "click", () => {
    language = language === "ar" ? "en" : "ar";
    speak();
  });
  speak();
}
