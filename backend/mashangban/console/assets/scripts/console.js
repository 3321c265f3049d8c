// Everything here makes a page quicker to use; every page also works as plain links and forms.
import { startDialogs } from "./dialogs.js";
import { startKeyboard } from "./keyboard.js";
import { startLive } from "./live.js";
import { startMenu } from "./menu.js";
import { startScreen } from "./screen.js";
import { startSecrets } from "./secrets.js";
import { startShows } from "./shows.js";
import { startTables } from "./tables.js";
import { startTalks } from "./talks.js";
import { startUploads } from "./uploads.js";

// htmx leaves a refused form (422, 409) alone by default: show it, because its fields say what is wrong.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { status } = event.detail.xhr;
  if (status === 422 || status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
  if (status === 401) window.location.reload();
});

// A lost network or an ended session must be said, not swallowed.
const say = (text) => {
  const place = document.querySelector("#live");
  if (place) place.textContent = text;
};
document.addEventListener("htmx:sendError", () => say("网络没有连上，页面上的内容没有变化，请稍后再试。"));

// A submitted form is not sent twice by an impatient second click; the server refuses duplicates as well.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Choosing the place and role sends the form at once; its button is for those without scripts.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-sends]")) event.target.form.requestSubmit();
});

// An open sheet closes on a click elsewhere and on Esc.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (event.target.closest("[data-print]")) window.print();
  const back = event.target.closest("[data-back]");
  if (back && window.history.length > 1) {
    event.preventDefault();
    window.history.back();
  }
});

startDialogs();
startKeyboard();
startLive();
startMenu();
startSecrets();
startShows();
startScreen();
startTables();
startTalks();
startUploads();
