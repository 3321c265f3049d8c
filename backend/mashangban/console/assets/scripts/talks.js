// The agents' workplace: says that somebody is there, sends with Enter, goes from one conversation to the next by key,
// marks what was seen, and stays at the end of what is said. Everything also works as plain links and forms.
const BEAT_MS = 30000;

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

// What may be done has changed: the page's forms are of before. What somebody is writing stays while it can still be said.
let may = null;
function keepForms() {
  const now = document.getElementById("talk-thread")?.dataset.acts;
  const writing = document.querySelector("textarea[data-say]")?.value.trim();
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
