/* The tiles of everybody else in the talk, with name and as what they are there. An interpreter of signs comes first. */

import { part, said, words } from "./show.js";

const tiles = new Map(); // by party

const byPlace = (one, other) => Number(isSigning(other)) - Number(isSigning(one));
const isSigning = ({ who }) => who?.capacity === "sign_interpreter";

/* As what they are there, and their name; of who takes the talk over, their office. */
export function named({ who }) {
  if (!who) return "";
  const first = who.takes_over ? said(who.title) : words().capacities[who.capacity];
  return [...new Set([first, said(who.name)])].join(" · ");
}

/* Who came and who went, in words. */
export function greet(before, now) {
  const parties = (some) => some.map((each) => each.party);
  const joined = (each) => (each.who?.takes_over ? words().takesOver : words().joined)(named(each));
  const came = now.filter((each) => !parties(before).includes(each.party)).map(joined);
  const went = before.filter((each) => !parties(now).includes(each.party) && !each.receives).map((each) => words().gone(named(each)));
  if (came.length || went.length) part("people-said").textContent = [...came, ...went].join(" ");
}

function made(party) {
  const tile = document.createElement("figure");
  const video = document.createElement("video");
  video.autoplay = video.playsInline = true;
  const name = document.createElement("figcaption");
  tile.append(video, name);
  tile.dataset.party = party;
  return tile;
}

function state({ phase, isApart, holds, shows, isSoundOnly }) {
  if (phase !== "talking") return words().otherPhases[phase] || "";
  if (holds || isApart) return words().otherHolds;
  if (shows === "off") return words().otherOff;
  return isSoundOnly ? words().otherSoundOnly : "";
}

export function render(people) {
  const place = part("people");
  for (const [party, tile] of tiles) {
    if (people.some((each) => each.party === party)) continue;
    tile.remove();
    tiles.delete(party);
  }
  for (const person of [...people].sort(byPlace)) {
    if (!tiles.has(person.party)) {
      tiles.set(person.party, made(person.party));
      place.append(tiles.get(person.party));
    }
    const tile = tiles.get(person.party);
    const [video, name] = tile.children;
    tile.classList.toggle("signs", isSigning(person));
    if (video.srcObject !== person.remote) {
      video.srcObject = person.remote;
      video.play().catch(() => {}); // the large picture asks to be let play
    }
    video.classList.toggle("is-off", person.phase !== "talking" || person.holds || person.isApart || person.shows === "off");
    const told = state(person);
    name.textContent = told ? `${named(person)} — ${told}` : named(person);
  }
  place.hidden = !people.length;
}
