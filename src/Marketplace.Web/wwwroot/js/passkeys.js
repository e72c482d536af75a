// Passkeys: the browser asks the authenticator, and the form carries its answer. Without this file, or in a browser that
// does not know them, the forms stay hidden and passwords and codes do.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  const make = form.dataset.passkey === "create";
  const parse = make ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
  if (!window.PublicKeyCredential?.[parse]) continue;
  form.hidden = false;

  form.addEventListener("submit", async (event) => {
    const answer = form.elements.namedItem("credential");
    if (answer.value) return;
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    if (failed) failed.hidden = true;
    try {
      const publicKey = window.PublicKeyCredential[parse](JSON.parse(form.dataset.options));
      const credential = make
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      answer.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch (error) {
      if (failed) failed.hidden = false;
      if (!(error instanceof DOMException)) throw error;
    }
  });
}
