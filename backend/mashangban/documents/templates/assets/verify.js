"use strict";

// Sends the chosen file as it is and shows the answer that the server words.
(() => {
  const box = document.querySelector("[data-upload]");
  const result = document.getElementById("upload-result");
  if (!box || !result) return;
  const input = box.querySelector("input");
  const MOST_BYTES = 4 * 1024 * 1024;

  const say = (text, kind) => {
    const line = document.createElement("p");
    line.className = kind;
    line.textContent = text;
    result.replaceChildren(line);
  };

  const check = async (file) => {
    if (file.size > MOST_BYTES) {
      say("文件超过 4 MB，不能在这里核对。请上传平台发给您的原文件，不要上传照片或压缩包。", "notice");
      return;
    }
    say("正在核对，请稍等……", "busy");
    try {
      const answer = await fetch("/verify/files", {
        method: "POST",
        headers: { "Content-Type": "application/pdf" },
        body: file,
      });
      if (!(answer.headers.get("content-type") || "").startsWith("text/html")) throw new Error(String(answer.status));
      result.innerHTML = await answer.text();
    } catch {
      say("网络断了，没有核对成功。文件没有上传，请连上网后再选一次。", "notice");
    }
    result.focus();
  };

  input.addEventListener("change", () => {
    const file = input.files && input.files[0];
    if (file) check(file).finally(() => { input.value = ""; });
  });
  box.addEventListener("dragover", () => box.classList.add("over"));
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", () => box.classList.remove("over"));
})();

// Reads a photographed code where the browser can; only the code is taken from it, never an address.
(() => {
  const box = document.querySelector("[data-scan]");
  const result = document.getElementById("scan-result");
  if (!box || !result || !("BarcodeDetector" in window)) return;
  const input = box.querySelector("input");
  box.hidden = false;

  const read = async (file) => {
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    const found = await detector.detect(await createImageBitmap(file));
    const match = found.map((one) => /\/verify\/([0-9A-Z]{20,40})$/.exec(one.rawValue)).find(Boolean);
    return match ? match[1] : null;
  };

  input.addEventListener("change", async () => {
    const file = input.files && input.files[0];
    if (!file) return;
    const code = await read(file).catch(() => null);
    if (code) {
      location.assign(`/verify/${code}`);
      return;
    }
    input.value = "";
    result.hidden = false;
    result.textContent = "照片里没有认出本平台的二维码。请把整个码拍清楚，再试一次。";
  });
})();
