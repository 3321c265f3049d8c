// <div data-live="csrf">: while the page stands, a socket says that something moved and the page asks again (docs/adr/0025).
// Without a socket the page asks every few seconds by itself; nothing here is needed for that.
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30000;
let pause = FIRST_PAUSE_MS;

const moved = () => document.body.dispatchEvent(new CustomEvent("moved"));

async function address(csrf) {
  const answer = await fetch("/console/live-tickets", { method: "POST", body: new URLSearchParams({ csrf }) });
  if (!answer.ok) throw new Error(String(answer.status));
  return here((await answer.json()).url);
}

// The page's policy lets it connect to where it came from; by whatever name that is reached, the socket is there too.
function here(address) {
  const url = new URL(address);
  url.host = window.location.host;
  url.protocol = window.location.protocol.replace("http", "ws");
  return url.href;
}

async function connect(csrf) {
  try {
    const socket = new WebSocket(await address(csrf));
    socket.addEventListener("open", () => {
      pause = FIRST_PAUSE_MS;
      moved();
    });
    socket.addEventListener("message", moved);
    socket.addEventListener("close", () => again(csrf));
  } catch {
    again(csrf);
  }
}

function again(csrf) {
  setTimeout(() => connect(csrf), pause * (0.5 + Math.random() / 2));
  pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
}

export function startLive() {
  const place = document.querySelector("[data-live]");
  if (place) connect(place.dataset.live);
}
