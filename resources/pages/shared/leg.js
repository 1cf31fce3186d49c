/* One connection of a call: offers or answers, carries picture and sound, and says how well they arrive. */

import { fingerprints } from "./trust.js";

const GATHER_MS = 1500;
const POOR_LOSS = 0.08;
const FAIR_LOSS = 0.02;
const POOR_RTT_S = 0.6;
const FAIR_RTT_S = 0.25;
const POOR_FPS = 6;

export class Leg {
  constructor(iceServers, stream, on, isApart = false) {
    this._on = on;
    this._stream = stream;
    this._isApart = isApart;
    this._dark = []; // what is sent in place of sound and picture
    this._last = null;
    this._early = []; // candidates that came before the description that they belong to
    this._rests = { picture: 0, sound: 0 };
    this.remote = new MediaStream();
    this._peer = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
    for (const track of this._sent()) this._peer.addTrack(track, stream);
    this._peer.ontrack = ({ track }) => {
      track.enabled = !this._isApart;
      this.remote.addTrack(track);
    };
    this._peer.onconnectionstatechange = () => {
      const state = this._peer.connectionState;
      if (state === "connected") this._on.connected();
      else if (state === "failed" || state === "closed") this._on.broken();
    };
  }

  /* The answer's text, with what was gathered by then; what is found later follows by itself. */
  async answer(offer) {
    await this._peer.setRemoteDescription({ type: "offer", sdp: offer });
    this.theirs = fingerprints(offer);
    return this._described();
  }

  /* The offer's text: what is sent, and room for a picture and a sound also where this end has none. */
  async offer() {
    for (const kind of ["audio", "video"]) {
      const isSent = this._stream.getTracks().some((track) => track.kind === kind);
      if (!isSent) this._peer.addTransceiver(kind, { direction: "recvonly" });
    }
    return this._described();
  }

  async accept(answer) {
    await this._peer.setRemoteDescription({ type: "answer", sdp: answer });
    this.theirs = fingerprints(answer);
    for (const each of this._early.splice(0)) await this.addCandidate(each);
  }

  async _described() {
    const peer = this._peer;
    await peer.setLocalDescription();
    await new Promise((resolve) => {
      const enough = setTimeout(resolve, GATHER_MS);
      peer.onicegatheringstatechange = () => {
        if (peer.iceGatheringState !== "complete") return;
        clearTimeout(enough);
        resolve();
      };
      if (peer.iceGatheringState === "complete") peer.onicegatheringstatechange();
    });
    peer.onicecandidate = ({ candidate }) => candidate && candidate.candidate && this._on.candidate(candidate);
    const { sdp } = peer.localDescription;
    this.ours = fingerprints(sdp);
    return sdp;
  }

  async addCandidate(found) {
    if (!this._peer.remoteDescription) return void this._early.push(found);
    const { candidate, sdp_mid: sdpMid, sdp_mline_index: sdpMLineIndex } = found;
    try {
      await this._peer.addIceCandidate({ candidate, sdpMid, sdpMLineIndex });
    } catch {
      // one way less to reach each other
    }
  }

  /* Send silence and a dark picture, and play and show nothing of theirs; or both again. The connection stays. */
  keepApart(isApart) {
    if (isApart === this._isApart) return;
    this._isApart = isApart;
    for (const track of this.remote.getTracks()) track.enabled = !isApart;
    this.setStream(this._stream);
  }

  _sent() {
    for (const track of this._dark.splice(0)) track.stop();
    if (!this._isApart) return this._stream.getTracks();
    this._dark = this._stream.getTracks().map((track) => track.clone());
    for (const track of this._dark) track.enabled = false;
    return this._dark;
  }

  /* A track in the place of the former one of its kind, or nothing in the place of one that is gone. Whether all of it
     is carried: a kind that was not there when this was negotiated comes with the next negotiation. */
  setStream(stream) {
    this._stream = stream;
    const sent = this._sent();
    const carried = [];
    for (const { sender, receiver, direction } of this._peer.getTransceivers()) {
      const { kind } = receiver.track;
      if (!direction.startsWith("send")) continue;
      carried.push(kind);
      const track = sent.find((each) => each.kind === kind) || null;
      if (sender.track !== track) sender.replaceTrack(track).catch(() => {});
    }
    return sent.every(({ kind }) => carried.includes(kind));
  }

  /* Since the last time: seconds without anything new, and the quality in a word; null the first time. */
  async measure() {
    const now = { pictures: 0, sounds: 0, packets: 0, lost: 0, rtt_s: 0, theirLoss: 0, at_s: performance.now() / 1000 };
    for (const each of (await this._peer.getStats()).values()) {
      if (each.type === "inbound-rtp") {
        if (each.kind === "video") now.pictures += each.framesDecoded || 0;
        else now.sounds += each.packetsReceived || 0;
        now.packets += each.packetsReceived || 0;
        now.lost += Math.max(0, each.packetsLost || 0);
      } else if (each.type === "remote-inbound-rtp") {
        now.theirLoss = Math.max(now.theirLoss, each.fractionLost || 0);
      } else if (each.type === "candidate-pair" && each.nominated) {
        now.rtt_s = Math.max(now.rtt_s, each.currentRoundTripTime || 0);
      }
    }
    const last = this._last;
    this._last = now;
    if (!last) return null;
    const passed_s = now.at_s - last.at_s;
    this._rests.picture = now.pictures > last.pictures ? 0 : this._rests.picture + passed_s;
    this._rests.sound = now.sounds > last.sounds ? 0 : this._rests.sound + passed_s;
    const fps = (now.pictures - last.pictures) / passed_s;
    const lost = Math.max(0, now.lost - last.lost);
    const loss = Math.max(now.theirLoss, lost / Math.max(1, lost + now.packets - last.packets));
    const isPoor = loss > POOR_LOSS || now.rtt_s > POOR_RTT_S || (fps > 0 && fps < POOR_FPS);
    const isFair = loss > FAIR_LOSS || now.rtt_s > FAIR_RTT_S;
    return {
      pictureRests_s: this._rests.picture,
      soundRests_s: this._rests.sound,
      quality: isPoor ? "poor" : isFair ? "fair" : "good",
    };
  }

  close() {
    for (const track of this._dark.splice(0)) track.stop();
    this._peer.onconnectionstatechange = this._peer.onicecandidate = null;
    this._peer.close();
  }
}
