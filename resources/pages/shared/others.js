/* Everybody else in the talk, who was called in by the official: a connection of their own for each, as the desktop
   programs have it (desk_client/client/others.py). What breaks here breaks nothing else. */

import { Leg } from "./leg.js";

const NEGOTIATION_MS = 10000;
const MOST_FAILURES = 3;
const STALLED_S = 3;

class Other {
  constructor(party, who, ways) {
    this._ways = ways; // us, line, trust, ice(), stream(), isApart(party), changed()
    this._legs = new Map(); // by negotiation
    this._negotiation = 0;
    this._failures = 0;
    this._isConnected = this._hasGivenUp = this._distrusts = false;
    this._order = Promise.resolve();
    this.isHere = true;
    this.view = { party, who, phase: "connecting", remote: null, shows: "camera", holds: false, isSoundOnly: false };
    this.view.isApart = ways.isApart(party);
  }

  get isGone() {
    return !(this.isHere || this._isConnected || this._distrusts);
  }

  /* Said of them by name: between the audience's two ends nobody is named. */
  say(frame) {
    this._ways.line.send({ ...frame, peer: this.view.party });
  }

  show(changed) {
    this.view = { ...this.view, ...changed };
    this._ways.changed();
  }

  hear(frame) {
    if (this._distrusts) return;
    if (frame.type === "negotiate") {
      if (frame.negotiation <= this._negotiation) return;
      this._begin(frame.negotiation);
      if (frame.offerer === this._ways.us) this._order = this._order.then(() => this._offer(frame.negotiation));
    } else if (frame.type === "peer_description") {
      this._order = this._order.then(() => this._described(frame)).catch(() => this._giveUp(frame.negotiation));
    } else if (frame.type === "peer_candidate") {
      this._order = this._order.then(() => this._legs.get(frame.negotiation)?.addCandidate(frame));
    } else if (frame.type === "peer_joined") {
      this.isHere = true;
      this.show({ shows: frame.picture || "camera", holds: frame.on_hold === true });
    } else if (frame.type === "peer_left") {
      this.isHere = false; // their line to the server broke; the talk itself may well go on
      if (!this._isConnected) this.show({ phase: "reconnecting" });
    }
  }

  snapshot({ negotiation, settled }, isHere) {
    this.isHere = isHere;
    const isOurs = negotiation === this._negotiation && this._isConnected;
    if (settled && !isOurs) {
      this._negotiation = Math.max(this._negotiation, negotiation);
      this._hasGivenUp = true;
      this.say({ type: "unsettled", negotiation });
    } else if (isOurs && (!settled || this._hasGivenUp)) {
      this.say({ type: this._hasGivenUp ? "unsettled" : "settled", negotiation });
    }
  }

  streamChanged() {
    for (const [number, leg] of this._legs) this._carry(number, leg);
  }

  _carry(number, leg) {
    const isWhole = leg.setStream(this._ways.stream());
    if (!isWhole && number === this._negotiation && this._isConnected) this._unsettle();
  }

  keepApart() {
    const isApart = this._ways.isApart(this.view.party);
    for (const leg of this._legs.values()) leg.keepApart(isApart);
    if (isApart !== this.view.isApart) this.show({ isApart });
  }

  close() {
    clearTimeout(this._watch);
    for (const leg of this._legs.values()) leg.close();
    this._legs.clear();
    this._isConnected = false;
  }

  /* Once a second: does it still flow? */
  async second() {
    const leg = this._legs.get(this._negotiation);
    if (!leg || !this._isConnected) return;
    const now = await leg.measure();
    if (!now || leg !== this._legs.get(this._negotiation) || !this._isConnected) return;
    if (now.pictureRests_s === 0 || now.soundRests_s === 0) {
      this.show({ phase: "talking", isSoundOnly: now.pictureRests_s >= STALLED_S });
    } else if (Math.min(now.pictureRests_s, now.soundRests_s) >= STALLED_S) {
      this._broke(this._negotiation);
    }
  }

  _begin(number) {
    this._negotiation = number;
    this._isConnected = this._hasGivenUp = false;
    this.isHere = true;
    this.show({ phase: ["talking", "reconnecting"].includes(this.view.phase) ? "reconnecting" : "connecting" });
    clearTimeout(this._watch);
    this._watch = setTimeout(() => {
      if (number === this._negotiation && !this._isConnected) this._giveUp(number);
    }, NEGOTIATION_MS);
  }

  async _described(frame) {
    const { negotiation: number } = frame;
    if (this._distrusts || number < this._negotiation) return;
    const reason = await this._ways.trust.doubt(frame, this.view.party);
    if (reason) {
      this._distrusts = true;
      this.say({ type: "distrusted", negotiation: number, reason });
      this.close();
      this.show({ phase: "unverified", remote: null });
      return;
    }
    if (frame.kind === "answer") return this._legs.get(number)?.accept(frame.sdp);
    if (number > this._negotiation) this._begin(number);
    const leg = this._newLeg(number);
    this._describe(number, "answer", await leg.answer(frame.sdp));
  }

  async _offer(number) {
    if (this._distrusts || number < this._negotiation) return;
    try {
      this._describe(number, "offer", await this._newLeg(number).offer());
    } catch {
      this._giveUp(number);
    }
  }

  _newLeg(number) {
    this._legs.get(number)?.close();
    const heard = {
      candidate: (candidate) => this._sendCandidate(number, candidate),
      connected: () => this._connected(number, leg),
      broken: () => this._broke(number),
    };
    const leg = new Leg(this._ways.ice(), this._ways.stream(), heard, this._ways.isApart(this.view.party));
    this._legs.set(number, leg);
    return leg;
  }

  _describe(number, kind, sdp) {
    if (number !== this._negotiation || !this._legs.has(number)) return;
    this.say({ type: "description", message_id: crypto.randomUUID(), negotiation: number, kind, sdp });
  }

  _sendCandidate(number, { candidate, sdpMid, sdpMLineIndex }) {
    if (number !== this._negotiation) return;
    const found = { candidate, sdp_mid: sdpMid, sdp_mline_index: sdpMLineIndex };
    this.say({ type: "candidate", message_id: crypto.randomUUID(), negotiation: number, ...found });
  }

  _connected(number, leg) {
    if (number !== this._negotiation) return;
    this._isConnected = true;
    this._hasGivenUp = false;
    this._failures = 0;
    this.say({ type: "settled", negotiation: number });
    this._carry(number, leg); // what came while it was negotiated
    for (const [other, older] of this._legs) {
      if (other !== number) {
        older.close();
        this._legs.delete(other);
      }
    }
    this.show({ remote: leg.remote });
  }

  _broke(number) {
    if (number !== this._negotiation) return;
    this._isConnected = false;
    this.show({ phase: "reconnecting" });
    if (!this._hasGivenUp) this._unsettle();
  }

  _unsettle() {
    this._hasGivenUp = true;
    this.say({ type: "unsettled", negotiation: this._negotiation });
  }

  _giveUp(number) {
    if (number !== this._negotiation) return;
    this._failures += 1;
    this._hasGivenUp = true;
    if (this._failures < MOST_FAILURES) return this.say({ type: "unsettled", negotiation: number });
    this.close();
    this.show({ phase: "failed", remote: null });
  }
}

export class Others {
  constructor(ways) {
    this._ways = { ...ways, changed: () => this._show() };
    this._changed = ways.changed;
    this._others = new Map(); // by party
    this._known = new Map();
  }

  /* Whether the frame was about one of them. */
  frame(frame) {
    if (frame.type === "snapshot") {
      this._snapshot(frame);
      return false;
    }
    const party = frame.type === "negotiate" ? frame.peer : frame.party;
    if (!party || party === "official" || party === "citizen") return false;
    if (frame.who) this._known.set(party, frame.who);
    if (frame.type === "peer_left" && frame.for_good) {
      if (frame.receives) this._others.get(party)?.show({ receives: true }); // they go on as the official
      this._drop(party);
    } else {
      const isNew = frame.type === "negotiate" || (frame.type === "peer_joined" && frame.picture === null);
      (isNew ? this._made(party) : this._others.get(party))?.hear(frame);
    }
    this._show();
    return true;
  }

  streamChanged() {
    for (const other of this._others.values()) other.streamChanged();
  }

  keepApart() {
    for (const other of this._others.values()) other.keepApart();
  }

  second() {
    for (const other of this._others.values()) other.second();
  }

  close() {
    for (const party of [...this._others.keys()]) this._drop(party);
    this._changed([]);
  }

  _snapshot({ members, people = [], pairs = [] }) {
    for (const who of people) this._known.set(who.party, who);
    for (const pair of pairs) this._made(pair.peer).snapshot(pair, members.includes(pair.peer));
    for (const [party, other] of this._others) if (!members.includes(party)) other.isHere = false;
    this._show();
  }

  _made(party) {
    if (!this._others.has(party)) {
      this._others.set(party, new Other(party, this._known.get(party) || null, this._ways));
    }
    return this._others.get(party);
  }

  _drop(party) {
    this._others.get(party)?.close();
    this._others.delete(party);
  }

  /* Whoever is neither here nor heard has no tile. */
  _show() {
    for (const [party, other] of [...this._others]) if (other.isGone) this._drop(party);
    this._changed([...this._others.values()].map((other) => other.view));
  }
}
