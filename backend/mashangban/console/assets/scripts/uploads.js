// A sheet is sent as it is (raw body, its name in a header): no multipart, so the server reads exactly these bytes.
const megabytes = (bytes) => `${(bytes / 1048576).toFixed(1)} MB`;

async function send(form, file) {
  const status = form.querySelector("[role=status]");
  const limit = Number(form.dataset.limit);
  if (file.size > limit) {
    status.textContent = `文件有 ${megabytes(file.size)}，最大 ${megabytes(limit)}。请分成几个文件再传，什么都还没有导入。`;
    return;
  }
  status.textContent = `正在上传 ${file.name}…`;
  try {
    const source = form.elements.source ? `&source=${encodeURIComponent(form.elements.source.value)}` : "";
    const answer = await fetch(`${form.action}${source}`, {
      method: "POST",
      body: file,
      headers: {
        "Content-Type": "application/octet-stream",
        "X-Csrf-Token": form.elements.csrf.value,
        "X-Filename": encodeURIComponent(file.name),
        "Idempotency-Key": form.elements.key.value,
        Accept: "application/json",
      },
    });
    const said = await answer.json();
    if (answer.ok) window.location.assign(`${form.dataset.then ?? "/console/imports/"}${said.id}`);
    else status.textContent = [said.title, said.detail, said.next].filter(Boolean).join(" ");
  } catch {
    status.textContent = "上传时网络断了，什么都没有导入。请检查网络后再选一次文件。";
  }
}

export function startUploads() {
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const picker = form.querySelector("input[type=file]");
    const drop = form.querySelector(".drop");
    picker.addEventListener("change", () => picker.files[0] && send(form, picker.files[0]));
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const [file] = event.dataTransfer.files;
      if (file) send(form, file);
    });
  }
}
