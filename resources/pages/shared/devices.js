/* Camera and microphone: opened with the person's leave, looked at, replaced when one is pulled out. */

const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE = { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

export const isPossible = () =>
  window.isSecureContext && Boolean(navigator.mediaDevices && window.RTCPeerConnection && window.WebSocket);

/* Why it failed, as a word of the page. */
function reason(error, wantsPicture) {
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return wantsPicture ? "noCamera" : "noMicrophone";
    case "NotReadableError":
    case "AbortError":
      return wantsPicture ? "cameraBusy" : "microphoneBusy";
    default:
      return wantsPicture ? "cameraBusy" : "microphoneBusy";
  }
}

/* { stream } or { failed }: a machine without a camera is asked for its microphone, so that the right one is named. */
export async function open(wantsPicture) {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: SOUND, video: wantsPicture ? PICTURE : false });
    return { stream };
  } catch (error) {
    if (!wantsPicture) return { failed: reason(error, false) };
    const failed = reason(error, true);
    if (failed === "refused") return { failed };
    try {
      const alone = await navigator.mediaDevices.getUserMedia({ audio: SOUND });
      close(alone);
      return { failed };
    } catch (second) {
      return { failed: reason(second, false) };
    }
  }
}

/* One of them alone, "audio" or "video", as its track; null where there is none to be had. */
export async function openOne(kind) {
  try {
    const wanted = kind === "audio" ? { audio: SOUND } : { video: PICTURE };
    return (await navigator.mediaDevices.getUserMedia(wanted)).getTracks()[0];
  } catch {
    return null;
  }
}

export function close(stream) {
  for (const track of stream ? stream.getTracks() : []) track.stop();
}

/* Calls back with 0 … 1, ten times a second, until it is stopped; also while the track is muted. */
export function measure(track, heard) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  const own = track.clone(); // what mutes the track leaves this one as it is
  own.enabled = true;
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([own])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, each) => sum + each * each, 0) / samples.length;
    const level_db = 10 * Math.log10(power + 1e-9); // -90 … 0
    heard(Math.max(0, Math.min(1, (level_db + 60) / 50)));
  }, 100);
  return () => {
    clearInterval(timer);
    own.stop();
    context.close();
  };
}
