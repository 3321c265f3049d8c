// <button data-reveals="id"> shows what was typed into a password field, and hides it again.
export function startSecrets() {
  for (const button of document.querySelectorAll("[data-reveals]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-reveals]");
    if (!button) return;
    const field = document.getElementById(button.dataset.reveals);
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.textContent = shown ? "显示" : "隐藏";
    button.setAttribute("aria-pressed", String(!shown));
    field.focus();
  });
}
