// "/" search, m the menu, j and k up and down a list, Enter opens (it is a link), Esc leaves, "?" lists the keys.
const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

function step(by) {
  const rows = [...document.querySelectorAll("a[data-row]")];
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row.closest("tr") === document.activeElement?.closest("tr"));
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next].focus();
  rows[next].closest("tr").scrollIntoView({ block: "nearest" });
}

function leave() {
  const open = document.querySelector("details.menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else {
    document.activeElement?.blur();
  }
}

const keys = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  m: () => document.querySelector("[data-finds-menu]")?.focus(),
  j: () => step(1),
  k: () => step(-1),
  n: () => document.querySelector("a[data-new]")?.click(),
  "?": () => document.getElementById("keys")?.showModal(),
};

export function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") return leave();
    if (typing(event.target) || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}
