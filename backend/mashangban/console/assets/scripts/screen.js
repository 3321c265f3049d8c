// <video data-screen="where" data-csrf>: the picture of somebody's screen, straight from their browser to this one. Nothing of it
// is kept: no recorder, no canvas. Where it is over the page is loaded anew, so that not even the last frame stays.
const GATHERED_MS = 3000;
let connection = null;
let looking = false;

function gathered(peer) {
  return new Promise((resolve) => {
    if (peer.iceGatheringState === "complete") return resolve();
    // A server that does not answer must not hold up the addresses that are known.
    setTimeout(resolve, GATHERED_MS);
    peer.addEventListener("icegatheringstatechange", () => peer.iceGatheringState === "complete" && resolve());
  });
}

async function takeUp(video, { offered, servers }) {
  connection?.close();
  connection = new RTCPeerConnection({ iceServers: servers.map((one) => (one.username ? one : { urls: one.urls })) });
  connection.addEventListener("track", (event) => {
    video.srcObject = event.streams[0];
    video.hidden = false;
    document.getElementById("screen-waits").hidden = true;
  });
  await connection.setRemoteDescription({ type: "offer", sdp: `${offered}\r\n` });
  await connection.setLocalDescription();
  await gathered(connection);
  const body = new URLSearchParams({ csrf: video.dataset.csrf, sdp: connection.localDescription.sdp });
  await fetch(video.dataset.screen, { method: "POST", body, redirect: "manual" });
}

async function look(video) {
  if (looking) return;
  looking = true;
  try {
    const answer = await fetch(video.dataset.screen, { headers: { accept: "application/json" } });
    const shown = await answer.json();
    if (answer.ok && shown.ended) return over(video);
    if (answer.ok && shown.offered) await takeUp(video, shown);
  } catch {
    // The next look, a few seconds on, finds what this one did not.
  } finally {
    looking = false;
  }
}

function over(video) {
  connection?.close();
  video.srcObject = null;
  window.location.reload();
}

export function startScreen() {
  const video = document.querySelector("video[data-screen]");
  if (!video) return;
  document.body.addEventListener("moved", () => look(video));
  setInterval(() => look(video), 3000);
  look(video);
}
