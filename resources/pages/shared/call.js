/* One end of an audience's call: follows the server's negotiations as the desktop programs do
   (desk_client/domain/call.py). The server names who offers; the other end answers. A negotiation that breaks is
   reported, and the server orders the next: a new connection takes over while the old picture still stands. */

import { Leg } from "./leg.js";
import { Others } from "./others.js";
import { Trust, shortCode } from "./trust.js";

const NEGOTIATION_MS = 10000;
const MOST_FAILURES = 3;
const TOKEN_AGAIN_MS = 2000;
const STALLED_S = 3;

export class Call {
  /* `us` is "citizen" or "official". `on.view(view)` with each change; `on.closed()` when the audience's room is. */
  constructor({ us, line, stream, remote, fetchRoomToken, on }) {
    this._us = us;
    this._peer = us === "official" ? "citizen" : "official";
    this._line = line;
    this._remote = remote; // the <video> of the other end
    this._fetchRoomToken = fetchRoomToken;
    this._on = on;
    this._stream = stream;
    this._trust = new Trust(us);
    this._ice = [];
    this._apart = []; // whom we neither hear nor see, nor they us
    this._others = new Others({
      us,
      line,
      trust: this._trust,
      ice: () => this._ice,
      stream: () => this._stream,
      isApart: (party) => this._apart.includes(party),
      changed: (people) => this._show({ people }),
    });
    this._legs = new Map(); // by negotiation: the one that is seen, and the one that is to take over
    this._isInRoom = this._isOver = this._isJoining = this._distrusts = false;
    this._isPeerHere = this._isConnected = this._hasGivenUp = false;
    this._negotiation = 0;
    this._failures = 0;
    this._picture = "camera";
    this._holds = false;
    this._order = Promise.resolve(); // descriptions are dealt with one after the other
    this.view = { phase: "joining", code: null, quality: null, peerShows: "camera", peerHolds: false, isSoundOnly: false };
    this.view.people = []; // everybody else in the talk
    this.view.isApart = false;
    this._timer = setInterval(() => this._second(), 1000);
    this._join();
  }

  setStream(stream) {
    this._stream = stream;
    for (const [number, leg] of this._legs) this._carry(number, leg);
    this._others.streamChanged();
  }

  _carry(number, leg) {
    const isWhole = leg.setStream(this._stream);
    if (!isWhole && number === this._negotiation && this._isConnected) this._unsettle();
  }

  shows(picture, holds = false) {
    this._picture = picture;
    this._holds = holds;
    if (this._isInRoom) this._sayWhatShows();
  }

  _sayWhatShows() {
    this._line.send({ type: "shows", picture: this._picture, on_hold: this._holds });
  }

  hangUp() {
    if (this._isOver) return;
    this._line.send({ type: "leave" });
    this._end();
  }

  retry() {
    this._failures = 0;
    if (this._distrusts || !this._isInRoom) {
      this._distrusts = false;
      this._become("joining");
      this._join();
    } else {
      this._become("connecting");
      this._unsettle();
    }
  }

  lineUp(isResumed) {
    this._isInRoom = isResumed && this._isInRoom;
    if (!this._isOver && !this._distrusts && this.view.phase !== "failed") this._join();
  }

  lineDown() {
    this._isInRoom = false;
  }

  frame(frame) {
    if (this._isOver) return;
    if (frame.type === "room_closed") {
      this._end();
      this._on.closed();
    } else if (frame.type === "error") {
      if (frame.code === "not_admitted") this._on.closed();
    } else if (!this._distrusts) {
      this._heard(frame);
    }
  }

  /* As the server has it; while its line is down, as it was last: nobody is heard by accident. */
  _keepApart({ apart_from: apartFrom = [] }) {
    this._apart = apartFrom;
    for (const leg of this._legs.values()) leg.keepApart(apartFrom.includes(this._peer));
    this._others.keepApart();
    this._show({ isApart: apartFrom.includes(this._peer) });
  }

  _heard(frame) {
    if (frame.type === "snapshot" || frame.type === "aside") this._keepApart(frame); // before anybody is connected
    if (this._others.frame(frame)) {
      if (frame.type === "peer_joined" && frame.picture === null) this._sayWhatShows(); // they cannot know
      return;
    }
    switch (frame.type) {
      case "snapshot":
        this._snapshot(frame);
        this._sayWhatShows();
        break;
      case "negotiate":
        if (frame.negotiation <= this._negotiation) break;
        this._begin(frame.negotiation);
        if (frame.offerer === this._us) this._order = this._order.then(() => this._offer(frame.negotiation));
        break;
      case "peer_joined":
        if (frame.party !== this._peer) break;
        this._isPeerHere = true;
        this._show({ peerShows: frame.picture || "camera", peerHolds: frame.on_hold === true });
        if (frame.picture === null) this._sayWhatShows();
        if (["joining", "waiting", "peerAway", "peerLeft", "unverified"].includes(this.view.phase)) {
          this._become("connecting");
        }
        break;
      case "peer_left":
        if (frame.party === this._peer) this._left(frame);
        break;
      case "peer_description":
        this._order = this._order.then(() => this._described(frame)).catch(() => this._giveUp(frame.negotiation));
        break;
      case "peer_candidate":
        this._order = this._order.then(() => this._legs.get(frame.negotiation)?.addCandidate(frame));
        break;
    }
  }

  _left({ for_good: isForGood, distrusted }) {
    this._isPeerHere = false;
    if (isForGood) {
      this._isConnected = false;
      this._closeLegs();
      this._become(distrusted ? "unverified" : "peerLeft");
    } else if (this.view.phase !== "talking") {
      this._become("peerAway"); // their line to the server broke; the talk itself may well go on
    }
  }

  async _join() {
    if (this._isJoining) return;
    this._isJoining = true;
    try {
      let answer = await this._fetchRoomToken();
      while (!answer.ok && ["offline", "rate_limited"].includes(answer.code) && !this._isOver) {
        await new Promise((resolve) => setTimeout(resolve, TOKEN_AGAIN_MS));
        answer = await this._fetchRoomToken();
      }
      if (this._isOver) return;
      if (!answer.ok) return void this._on.closed();
      await this._trust.enter(answer.data);
      this._ice = answer.data.ice_servers.map(({ urls, username, credential }) => ({
        urls,
        ...(username && { username, credential }),
      }));
      this._line.send({ type: "join", room_token: answer.data.token, several: true, asides: true });
    } finally {
      this._isJoining = false;
    }
  }

  _snapshot({ members, negotiation, settled }) {
    this._isInRoom = true;
    this._isPeerHere = members.includes(this._peer);
    const isOurs = negotiation === this._negotiation && this._isConnected;
    if (settled && isOurs) {
      if (this._hasGivenUp) this._unsettle();
    } else if (settled) {
      // the store believes in a connection that this page does not have: it was loaded anew
      this._negotiation = Math.max(this._negotiation, negotiation);
      this._hasGivenUp = true;
      this._wait();
      this._line.send({ type: "unsettled", negotiation });
    } else if (isOurs) {
      this._line.send({ type: "settled", negotiation });
    } else {
      this._wait();
    }
  }

  _wait() {
    const hadTalk = ["talking", "reconnecting"].includes(this.view.phase);
    if (hadTalk) this._become(this._isPeerHere ? "reconnecting" : "peerAway");
    else this._become(this._isPeerHere ? "connecting" : "waiting");
  }

  _begin(number) {
    const hadTalk = ["talking", "reconnecting"].includes(this.view.phase);
    this._negotiation = number;
    this._isConnected = this._hasGivenUp = false;
    this._isPeerHere = this._isInRoom = true;
    this._become(hadTalk ? "reconnecting" : "connecting");
    clearTimeout(this._watch);
    this._watch = setTimeout(() => {
      if (number === this._negotiation && !this._isConnected) this._giveUp(number);
    }, NEGOTIATION_MS);
  }

  async _described(frame) {
    const { negotiation: number } = frame;
    if (this._isOver || this._distrusts || number < this._negotiation) return;
    const doubt = await this._trust.doubt(frame, this._peer);
    if (doubt) return void this._distrust(number, doubt);
    if (frame.kind === "answer") return this._legs.get(number)?.accept(frame.sdp);
    if (number > this._negotiation) this._begin(number);
    const leg = this._newLeg(number);
    this._describe(number, "answer", await leg.answer(frame.sdp));
  }

  async _offer(number) {
    if (this._isOver || this._distrusts || number < this._negotiation) return;
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
    const leg = new Leg(this._ice, this._stream, heard, this._apart.includes(this._peer));
    this._legs.set(number, leg);
    return leg;
  }

  _describe(number, kind, sdp) {
    if (number !== this._negotiation || this._isOver) return;
    this._line.send({ type: "description", message_id: crypto.randomUUID(), negotiation: number, kind, sdp });
  }

  _sendCandidate(number, { candidate, sdpMid, sdpMLineIndex }) {
    if (number !== this._negotiation) return;
    this._line.send({
      type: "candidate",
      message_id: crypto.randomUUID(),
      negotiation: number,
      candidate,
      sdp_mid: sdpMid,
      sdp_mline_index: sdpMLineIndex,
    });
  }

  _connected(number, leg) {
    if (number !== this._negotiation || this._isOver) return;
    this._isConnected = true;
    this._hasGivenUp = false;
    this._failures = 0;
    this._line.send({ type: "settled", negotiation: number });
    this._carry(number, leg); // what came while it was negotiated
    this._remote.srcObject = leg.remote;
    this._remote.play().catch(() => this._on.view({ ...this.view, mayNotPlay: true }));
    for (const [other, older] of this._legs) {
      if (other !== number) {
        older.close();
        this._legs.delete(other);
      }
    }
    shortCode(this._trust.room, leg.ours, leg.theirs).then((code) => {
      if (number === this._negotiation && this._isConnected) this._show({ code });
    });
  }

  _broke(number) {
    if (number !== this._negotiation || this._isOver || this.view.phase === "peerLeft") return;
    this._isConnected = false;
    this._become(this._isPeerHere ? "reconnecting" : "peerAway");
    if (!this._hasGivenUp) this._unsettle();
  }

  _unsettle() {
    this._hasGivenUp = true;
    if (this._negotiation) this._line.send({ type: "unsettled", negotiation: this._negotiation });
  }

  _giveUp(number) {
    if (number !== this._negotiation || this._isOver) return;
    this._failures += 1;
    this._hasGivenUp = true;
    if (this._failures >= MOST_FAILURES) {
      this._closeLegs();
      this._become("failed");
    } else {
      this._line.send({ type: "unsettled", negotiation: number });
    }
  }

  _distrust(number, reason) {
    this._distrusts = true;
    this._isInRoom = this._isConnected = false;
    this._line.send({ type: "distrusted", negotiation: number, reason });
    this._line.send({ type: "leave" });
    this._others.close();
    this._closeLegs();
    this._become("unverified");
  }

  /* Once a second: does it still flow, and how well? */
  async _second() {
    this._others.second();
    const leg = this._legs.get(this._negotiation);
    if (!leg || !this._isConnected) return;
    const now = await leg.measure();
    if (!now || leg !== this._legs.get(this._negotiation) || !this._isConnected) return;
    if (now.pictureRests_s === 0 || now.soundRests_s === 0) {
      this._become("talking");
      this._show({ quality: now.quality, isSoundOnly: now.pictureRests_s >= STALLED_S });
    } else if (Math.min(now.pictureRests_s, now.soundRests_s) >= STALLED_S) {
      this._broke(this._negotiation);
    }
  }

  _become(phase) {
    if (phase !== this.view.phase) this._show({ phase, ...(phase !== "talking" && { quality: null, code: null }) });
  }

  _show(changed) {
    this.view = { ...this.view, ...changed };
    this._on.view(this.view);
  }

  _closeLegs() {
    for (const leg of this._legs.values()) leg.close();
    this._legs.clear();
    this._remote.srcObject = null;
  }

  _end() {
    this._isOver = true;
    clearInterval(this._timer);
    clearTimeout(this._watch);
    this._others.close();
    this._closeLegs();
  }
}
