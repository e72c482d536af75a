// Upload with progress and drop; without this file the form posts its files as any form does.
for (const form of document.querySelectorAll("form[data-upload]")) {
  const bar = form.querySelector("progress");
  const zone = form.querySelector(".drop");
  const files = form.querySelector("input[type=file]");

  for (const name of ["dragenter", "dragover"]) {
    zone?.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  zone?.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone?.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    files.files = event.dataTransfer.files;
    files.dispatchEvent(new Event("change", { bubbles: true }));
  });

  form.addEventListener("submit", (event) => {
    if (!bar || !files.files.length) return;
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (now) => {
      bar.hidden = false;
      bar.max = now.total;
      bar.value = now.loaded;
    });
    // The server answers as it would without this file: the page after a redirect, or this one with its errors.
    request.addEventListener("load", () => {
      history.replaceState(null, "", request.responseURL || location.href);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => form.submit());
    request.open("POST", form.action);
    request.send(new FormData(form, event.submitter));
  });
}
