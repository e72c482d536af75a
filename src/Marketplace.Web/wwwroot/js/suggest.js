// Suggestions under the search box. Without this file the box is a plain form.
for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("div");
  list.className = "suggest";
  list.id = "suggestions";
  list.role = "listbox";
  list.hidden = true;
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");

  let timer = 0;
  let request = null;
  let chosen = -1;

  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) { chosen = -1; input.removeAttribute("aria-activedescendant"); }
  };

  const draw = (items) => {
    list.replaceChildren(...items.slice(0, 8).map((item, index) => {
      const link = document.createElement("a");
      link.href = item.href;
      link.id = `suggestion-${index}`;
      link.role = "option";
      link.tabIndex = -1;
      link.append(item.text);
      if (item.note) {
        const note = document.createElement("span");
        note.className = "small faint";
        note.textContent = item.note;
        link.append(note);
      }
      return link;
    }));
    show(items.length > 0);
  };

  const ask = async () => {
    const text = input.value.trim();
    request?.abort();
    if (text.length < 2) { show(false); return; }
    request = new AbortController();
    try {
      const url = `${form.dataset.suggest}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(url, { signal: request.signal, headers: { accept: "application/json" } });
      if (answer.ok) draw(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") show(false);
    }
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("keydown", (event) => {
    const links = [...list.children];
    if (event.key === "Escape" && !list.hidden) { show(false); event.preventDefault(); return; }
    if (list.hidden || (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Enter")) return;
    if (event.key === "Enter") {
      if (chosen >= 0) { event.preventDefault(); location.href = links[chosen].href; }
      return;
    }
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    chosen = (chosen + step + links.length) % links.length;
    links.forEach((link, index) => link.setAttribute("aria-selected", String(index === chosen)));
    input.setAttribute("aria-activedescendant", links[chosen].id);
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) show(false); });
}
