// What a card in a conversation shows, asked of the room that owns it: once, however often the lines are drawn anew.
const FRESH_MS = 240000; // its pictures open for five minutes
const known = new Map();

async function ask(address) {
  setTimeout(() => known.delete(address), FRESH_MS);
  const answer = await fetch(address, { redirect: "manual" });
  return answer.ok ? answer.text() : "";
}

function show(place, html) {
  const lines = place.closest("[data-lines]");
  const atEnd = lines && lines.scrollHeight - lines.scrollTop - lines.clientHeight < 40;
  place.innerHTML = html;
  if (atEnd) lines.scrollTop = lines.scrollHeight;
}

function fill() {
  for (const place of document.querySelectorAll("[data-shows]:empty")) {
    const address = place.dataset.shows;
    // Without a network the card is its words, and is asked again when the lines are next drawn.
    if (!known.has(address)) known.set(address, ask(address).catch(() => known.delete(address) && ""));
    known.get(address).then((html) => show(place, html || ""));
  }
}

export function startShows() {
  document.addEventListener("htmx:afterSettle", fill);
  fill();
}
