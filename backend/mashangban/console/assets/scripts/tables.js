// Which columns are shown and named views (filter and order under a name) are kept in this browser, per list.
const read = (key, fallback) => {
  try {
    return JSON.parse(window.localStorage.getItem(key)) ?? fallback;
  } catch {
    return fallback;
  }
};
const write = (key, value) => {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still shows the list; only the choice is forgotten.
  }
};

function showColumns(table) {
  const hidden = read(`columns:${table.dataset.table}`, null);
  for (const box of document.querySelectorAll(`input[data-column-of="${table.dataset.table}"]`)) {
    if (hidden) box.checked = !hidden.includes(box.value);
    for (const cell of table.querySelectorAll(`[data-col="${box.value}"]`)) cell.hidden = !box.checked;
  }
}

function chooseColumn(box) {
  const name = box.dataset.columnOf;
  const boxes = [...document.querySelectorAll(`input[data-column-of="${name}"]`)];
  write(`columns:${name}`, boxes.filter((one) => !one.checked).map((one) => one.value));
  const table = document.querySelector(`table[data-table="${name}"]`);
  if (table) showColumns(table);
}

function listViews(sheet) {
  const name = sheet.dataset.views;
  const views = read(`views:${name}`, []);
  const list = sheet.querySelector("ul");
  list.replaceChildren(
    ...views.map((view, index) => {
      const item = document.createElement("li");
      item.className = "saved";
      const link = document.createElement("a");
      link.href = view.query || "?";
      link.textContent = view.title;
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "button link";
      drop.textContent = "删除";
      drop.setAttribute("aria-label", `删除视图 ${view.title}`);
      drop.addEventListener("click", () => {
        write(`views:${name}`, views.filter((_, other) => other !== index));
        listViews(sheet);
      });
      item.append(link, drop);
      return item;
    }),
  );
  sheet.querySelector("[data-none]").hidden = views.length > 0;
}

function saveView(sheet) {
  const box = sheet.querySelector("input");
  const title = box.value.trim();
  if (!title) return box.focus();
  const query = new URLSearchParams(window.location.search);
  query.delete("cursor");
  const key = `views:${sheet.dataset.views}`;
  write(key, [...read(key, []).filter((view) => view.title !== title), { title, query: `?${query}` }]);
  box.value = "";
  listViews(sheet);
}

const dress = (root) => {
  for (const table of root.querySelectorAll("table[data-table]")) showColumns(table);
  for (const sheet of root.querySelectorAll("[data-views]")) listViews(sheet);
};

export function startTables() {
  dress(document);
  document.addEventListener("htmx:afterSettle", () => dress(document));
  document.addEventListener("change", (event) => {
    if (event.target.matches("input[data-column-of]")) chooseColumn(event.target);
  });
  document.addEventListener("click", (event) => {
    const save = event.target.closest("[data-save-view]");
    if (save) saveView(save.closest("[data-views]"));
  });
}
