// One end of a call: shows a clip from memory, notes what comes. Driven from outside by `order`, tells by `tell`.
// Moments are milliseconds of performance.now(); whoever drives knows what they are in the machine's own time.

import { readStamp, stampRect } from "./stamp.js";

const sent = [];
const seen = [];
const kept = [];
let setting;
let pictures;
let connection;
let tracks;
let negotiation = 0;

window.order = async (words) => {
  switch (words.do) {
    case "open":
      setting = words.setting;
      await loadClip();
      play(await voice());
      return;
    case "offer":
      begin(words.negotiation, words.codec);
      await describe(await connection.createOffer());
      return;
    case "answer":
      begin(words.negotiation, words.codec);
      await connection.setRemoteDescription({ type: "offer", sdp: words.sdp });
      await describe(await connection.createAnswer());
      await limit();
      return;
    case "accept":
      await connection.setRemoteDescription({ type: "answer", sdp: words.sdp });
      await limit();
      return;
    case "candidate":
      await connection.addIceCandidate({ candidate: words.candidate, sdpMid: words.mid, sdpMLineIndex: words.index });
      return;
    case "report":
      return { sent, seen, kept, notes: await notes() };
  }
};

function say(words) {
  window.tell(JSON.stringify(words));
}

async function loadClip() {
  const { width, height } = setting.clip;
  const bytes = await (await fetch(`/clip`)).arrayBuffer();
  const size = (width * height * 3) / 2;
  pictures = Array.from({ length: setting.clip.pictures }, (_, number) => new Uint8Array(bytes, number * size, size));
}

// The microphone, or a tone in its place
async function voice() {
  if (setting.devices) {
    const { processed } = setting.devices;
    const wanted = { channelCount: 1, echoCancellation: processed, noiseSuppression: processed, autoGainControl: processed };
    return (await navigator.mediaDevices.getUserMedia({ audio: wanted })).getAudioTracks()[0];
  }
  const sound = new AudioContext({ sampleRate: 48000 });
  const tone = new OscillatorNode(sound, { frequency: 440 });
  const heard = new MediaStreamAudioDestinationNode(sound);
  tone.connect(new GainNode(sound, { gain: 0.14 })).connect(heard);
  tone.start();
  return heard.stream.getAudioTracks()[0];
}

// The camera. Each picture is made anew from its pixels (a copy of a megabyte): one that is made of another VideoFrame keeps
// something of its time, and the browser then sends RTP timestamps that run at half speed and jump every 300 ms.
function play(audio) {
  const { width, height, fps } = setting.clip;
  const generator = new MediaStreamTrackGenerator({ kind: "video" });
  const writer = generator.writable.getWriter();
  tracks = { audio, video: generator };
  const period = 1000 / fps;
  let next = performance.now();
  let count = 0;
  const beat = () => {
    const now = performance.now();
    const number = count++ % pictures.length;
    sent.push([number, now]);
    const timestamp = Math.round(now * 1000);
    writer.write(new VideoFrame(pictures[number], { format: "I420", codedWidth: width, codedHeight: height, timestamp }));
    next = Math.max(next + period, now - period);
    setTimeout(beat, Math.max(0, next - performance.now()));
  };
  beat();
}

function begin(number, codec) {
  const before = connection;
  negotiation = number;
  connection = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
  const stream = new MediaStream([tracks.audio, tracks.video]);
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  const codecs = RTCRtpReceiver.getCapabilities("video").codecs;
  // Both baseline profiles: asked for one of them alone, it answers so and still sends the other where that was offered first
  const wanted = ({ mimeType, sdpFmtpLine }) =>
    mimeType === `video/${codec}` && (codec !== "H264" || /packetization-mode=1.*profile-level-id=42/.test(sdpFmtpLine));
  connection.getTransceivers()[1].setCodecPreferences([
    ...codecs.filter(wanted),
    ...codecs.filter(({ mimeType }) => mimeType === "video/rtx"),
  ]);
  connection.onicecandidate = ({ candidate }) => {
    if (candidate) {
      say({ did: "candidate", negotiation: number, candidate: candidate.candidate, mid: candidate.sdpMid,
            index: candidate.sdpMLineIndex });
    }
  };
  connection.onconnectionstatechange = () => console.log(`${number}: ${connection.connectionState}`);
  connection.ontrack = ({ track, streams }) => {
    if (track.kind === "audio") document.querySelector("#speaker").srcObject = streams[0];
    else watch(track, before);
  };
}

async function describe(description) {
  await connection.setLocalDescription(description);
  say({ did: "described", negotiation, kind: description.type, sdp: description.sdp });
}

async function limit() {
  const sender = connection.getTransceivers()[1].sender;
  const parameters = sender.getParameters();
  if (setting.keep_size) parameters.degradationPreference = "maintain-resolution";
  if (setting.most_bps) parameters.encodings[0].maxBitrate = setting.most_bps;
  await sender.setParameters(parameters);
}

async function watch(track, before) {
  const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 10 }).readable.getReader();
  for (let first = true; ; first = false) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    const at = performance.now();
    if (first) {
      before?.close();
      say({ did: "flowing" });
    }
    await look(frame, at);
    frame.close();
  }
}

let area = new Uint8Array(0);

async function look(frame, at) {
  const { width, height } = frame.visibleRect;
  const rect = stampRect(width, height);
  const bytes = frame.allocationSize({ rect });
  if (area.length < bytes) area = new Uint8Array(bytes);
  const [luma] = await frame.copyTo(area, { rect });
  const found = readStamp(area.subarray(luma.offset), luma.stride, rect, width, height);
  seen.push([found?.source ?? null, found?.counter ?? null, at, width, height]);
  if (found && setting.keep_every && seen.length % setting.keep_every === 0) {
    const whole = new Uint8Array(frame.allocationSize());
    const [plane] = await frame.copyTo(whole);
    const name = `chromium-${seen.length}.luma`;
    kept.push([found.counter, at, name, width, height, plane.stride]);
    fetch(`/kept/${name}`, { method: "POST", body: whole.subarray(plane.offset, plane.offset + plane.stride * height) });
  }
}

async function notes() {
  const told = {};
  for (const entry of (await connection?.getStats())?.values() ?? []) {
    if (entry.kind === "video" && (entry.type === "outbound-rtp" || entry.type === "inbound-rtp")) told[entry.type] = entry;
    if (entry.type === "codec" && entry.mimeType.startsWith("video/")) told.codec = entry.mimeType.slice(6);
  }
  return told;
}

say({ did: "loaded" });
