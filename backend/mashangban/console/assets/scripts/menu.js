// A long menu is folded by area: a word finds its entries in all of them, Enter opens the first, Esc folds as before.
// The page one is on is in sight in it.
export function startMenu() {
  const box = document.querySelector("[data-finds-menu]");
  if (!box) return;
  const areas = [...document.querySelectorAll("details.area")].map((place) => ({ place, open: place.open }));
  const none = document.querySelector("[data-menu-none]");

  const show = () => {
    const word = box.value.trim().toLowerCase();
    for (const { place, open } of areas) {
      const named = place.querySelector("h2").textContent.includes(word);
      const lines = [...place.querySelectorAll("li")];
      for (const line of lines) line.hidden = !named && !line.textContent.toLowerCase().includes(word);
      place.hidden = lines.every((line) => line.hidden);
      place.open = word ? true : open;
    }
    none.hidden = areas.some(({ place }) => !place.hidden);
  };

  box.hidden = false;
  document.querySelector(".nav a[aria-current]")?.scrollIntoView({ block: "nearest" });
  box.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") document.querySelector("details.area:not([hidden]) li:not([hidden]) a")?.click();
    if (event.key !== "Escape") return;
    box.value = "";
    show();
  });
}
