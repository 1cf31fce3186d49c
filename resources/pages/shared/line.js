/* The signalling socket, as the desktop programs keep theirs (desk_client/client/signalling.py): it says hello, keeps
   itself alive, comes back by itself, and hands frames on. What is in flight when it breaks is repaired by the room's
   state, never by sending again. */

const FIRST_MS = 100;
const MOST_MS = 5000;
const OPEN_WITHIN_MS = 5000;
const PING_MS = 20000;
const DEAD_MS = 45000;
const FINAL = [4400, 4401, 4409]; // an older page; signed out; the same party came in anew elsewhere

export class Line {
  constructor(token, on) {
    this._token = token;
    this._on = on; // { up(resumed), down(), refused(code), frame(frame) }
    this._resume = null;
    this._wait_ms = FIRST_MS;
    this._isOver = false;
    this.isUp = false;
    this._open();
  }

  send(frame) {
    if (!this.isUp) return false;
    this._socket.send(JSON.stringify(frame));
    return true;
  }

  /* The network is another one: do not wait to see whether the line still stands. */
  hurry() {
    if (this._isOver) return;
    clearTimeout(this._again);
    this._drop();
    this._open();
  }

  stop() {
    this._isOver = true;
    clearTimeout(this._again);
    this._drop();
  }

  _open() {
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/v1/signalling`);
    this._socket = socket;
    this._deadline = setTimeout(() => this._broke(socket, 0), OPEN_WITHIN_MS);
    socket.onopen = () => {
      const hello = { type: "hello", protocol: 1, token: this._token, resume: this._resume };
      socket.send(JSON.stringify(hello));
    };
    socket.onmessage = (event) => {
      if (socket === this._socket) this._heard(event.data);
    };
    socket.onclose = (event) => this._broke(socket, event.code);
  }

  _heard(text) {
    clearTimeout(this._deadline);
    this._deadline = setTimeout(() => this._broke(this._socket, 0), DEAD_MS);
    let frame;
    try {
      frame = JSON.parse(text);
    } catch {
      return; // not of the protocol
    }
    if (frame.type === "welcome") {
      this._resume = { session_id: frame.session_id, last_seq: frame.seq };
      this._wait_ms = FIRST_MS;
      this.isUp = true;
      this._pinging = setInterval(() => this.send({ type: "ping" }), PING_MS);
      this._on.up(frame.resumed);
    } else if (frame.type === "ping") {
      this.send({ type: "pong" });
    } else if (frame.type !== "pong") {
      if (frame.seq !== undefined && this._resume) this._resume.last_seq = frame.seq;
      this._on.frame(frame);
    }
  }

  _broke(socket, code) {
    if (socket !== this._socket || this._isOver) return;
    this._drop();
    if (FINAL.includes(code)) {
      this._isOver = true;
      this._on.refused(code);
      return;
    }
    this._again = setTimeout(() => this._open(), this._wait_ms * (0.5 + Math.random()));
    this._wait_ms = Math.min(this._wait_ms * 2, MOST_MS);
  }

  _drop() {
    clearTimeout(this._deadline);
    clearInterval(this._pinging);
    const socket = this._socket;
    this._socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    const was = this.isUp;
    this.isUp = false;
    if (was) this._on.down();
  }
}
