// The agents' workplace: says that somebody is there, sends with Enter, goes from one conversation to the next by key,
// marks what was seen, and stays at the end of what is said. Everything also works as plain links and forms.
const BEAT_MS = 30000;
const RETRY_MS = 2000;

function beat(place) {
  const body = new URLSearchParams({ csrf: place.dataset.csrf });
  fetch(place.dataset.beat, { method: "POST", body, redirect: "manual" }).catch(() => {});
}

// Only what lies open before somebody counts as read.
function markSeen() {
  const form = document.querySelector("form[data-seen]");
  if (form && document.visibilityState === "visible") window.htmx.trigger(form, "seen");
}

let last = "";
function toEnd() {
  const thread = document.getElementById("talk-thread");
  const lines = thread?.querySelector("[data-lines]");
  if (!lines || lines.dataset.lines === last) return;
  last = lines.dataset.lines;
  lines.scrollTop = lines.scrollHeight;
}

// What is said leaves the field at once and goes out in order, each under a key of its own: whoever writes on loses nothing,
// a lost network is tried again, and nothing is said twice.
const unsent = [];
let sending = false;

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");

function showUnsent(lost) {
  const list = document.getElementById("talk-unsent");
  const words = (line) => Object.assign(document.createElement("li"), { textContent: `${lost ? "没有网络，等着再发" : "正在发"}：${line.text}` });
  list?.replaceChildren(...unsent.map(words));
}

async function send(line) {
  const body = new URLSearchParams({ csrf: line.csrf, key: line.key, text: line.text });
  const answer = await fetch(line.to, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return answer.status < 400;
}

async function drain() {
  if (sending) return;
  sending = true;
  while (unsent.length > 0) {
    try {
      const [line] = unsent;
      const taken = await send(line);
      unsent.shift();
      if (!taken) refused(line);
      document.body.dispatchEvent(new CustomEvent("moved"));
      showUnsent(false);
    } catch {
      showUnsent(true);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
  sending = false;
}

function refused(line) {
  const text = document.querySelector("textarea[data-say]");
  const note = document.getElementById("talk-refused");
  if (note) note.textContent = "这一句没有发出：对话已经结束或转给了别人。写的还在，请看最新情况。";
  if (text) text.value = [line.text, text.value].filter(Boolean).join("\n");
}

function onSubmit(event) {
  const form = event.target.closest("form[data-says]");
  if (!form) return;
  event.preventDefault();
  const text = form.elements.text.value.trim();
  if (!text) return;
  unsent.push({ to: form.action, csrf: form.elements.csrf.value, key: newKey(), text });
  form.elements.text.value = "";
  document.getElementById("talk-refused").textContent = "";
  showUnsent(false);
  drain();
}

// What may be done has changed: the page's forms are of before. What somebody is writing stays while it can still be said.
let may = null;
function keepForms() {
  const now = document.getElementById("talk-thread")?.dataset.acts;
  const writing = unsent.length > 0 || document.querySelector("textarea[data-say]")?.value.trim();
  if (may !== null && now !== may && !(writing && now?.startsWith("say"))) window.location.reload();
  may = now;
}

function step(by) {
  const rows = [...document.querySelectorAll("#talk-lists a[data-talk]")];
  const at = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  rows[(at + by + rows.length) % rows.length]?.click();
}

// "/hao" and Tab: the words that are kept under "hao".
function spell(text) {
  const asked = /^\/(\S+)$/.exec(text.value.trim());
  const found = asked && [...document.querySelectorAll("[data-canned]")].find((one) => one.dataset.canned === asked[1]);
  if (!found) return false;
  text.value = found.dataset.words;
  return true;
}

function onKey(event) {
  if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    return step(event.key === "ArrowDown" ? 1 : -1);
  }
  if (event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    return document.querySelector('[data-opens="card"]')?.click();
  }
  const text = event.target.closest?.("textarea[data-say]");
  if (!text || event.isComposing) return;
  if (event.key === "Tab" && spell(text)) event.preventDefault();
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    if (!spell(text) && text.value.trim()) text.form.requestSubmit();
  }
}

function onClick(event) {
  const canned = event.target.closest("[data-canned]");
  const text = document.querySelector("textarea[data-say]");
  if (!canned || !text) return;
  text.value = canned.dataset.words;
  text.focus();
}

export function startTalks() {
  const place = document.querySelector("[data-beat]");
  if (!place) return;
  beat(place);
  setInterval(() => beat(place), BEAT_MS);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit, true);
  document.addEventListener("visibilitychange", markSeen);
  document.addEventListener("htmx:afterSettle", () => {
    keepForms();
    toEnd();
    markSeen();
  });
  keepForms();
  toEnd();
  markSeen();
}
