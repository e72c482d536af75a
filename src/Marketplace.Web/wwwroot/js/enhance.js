// Small comforts; every form works without them.

// A filter or a sort takes effect when it is changed, and its button is not needed.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form && !event.target.closest("[data-manual]")) form.requestSubmit();
});

// A button that has been pressed says so and cannot be pressed twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.target.method === "get" || event.defaultPrevented) return;
  setTimeout(() => { button.setAttribute("aria-disabled", "true"); button.disabled = true; });
});
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[aria-disabled=true][disabled]")) {
    button.disabled = false;
    button.removeAttribute("aria-disabled");
  }
});

// "Select all" in a table's head.
document.addEventListener("change", (event) => {
  if (!event.target.matches("thead .pick input")) return;
  for (const box of event.target.closest("table").querySelectorAll("tbody .pick input")) box.checked = event.target.checked;
});

// A field that was wrong is checked again as soon as it is corrected.
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.getAttribute?.("aria-invalid") === "true" && field.checkValidity()) field.removeAttribute("aria-invalid");
});

// Pictures of a gallery: a thumbnail's link shows in the big frame.
document.addEventListener("click", (event) => {
  const thumb = event.target.closest("[data-gallery] .thumbs a");
  if (!thumb || event.metaKey || event.ctrlKey) return;
  const big = thumb.closest("[data-gallery]").querySelector(".pic.big img");
  const small = thumb.querySelector("img");
  if (!big || !small) return;
  event.preventDefault();
  big.srcset = "";
  big.src = thumb.href;
  big.alt = small.alt;
  for (const other of thumb.parentElement.children) other.removeAttribute("aria-current");
  thumb.setAttribute("aria-current", "true");
});
