// Timelines of several services that stand beside each other become one, the latest first. Without scripts they stay three lists.

const lines = document.getElementById("lines");
const merged = document.getElementById("merged");

/** @param {Element} entry */
function when(entry) {
  return Date.parse(entry.querySelector("time")?.dateTime ?? "");
}

function merge() {
  const list = merged?.querySelector("ol");
  if (!lines || !merged || !list) return;
  const parts = /** @type {HTMLElement[]} */ ([...lines.querySelectorAll("[data-line]")]);
  for (const part of parts) {
    for (const entry of part.querySelectorAll(".line > li")) {
      const from = document.createElement("span");
      from.className = "muted";
      from.textContent = ` · ${part.querySelector("h2")?.textContent ?? ""}`;
      const mark = entry.querySelector("code");
      if (mark) mark.before(from, " ");
      else entry.append(from);
      list.append(entry);
    }
  }
  list.append(...[...list.children].sort((one, other) => when(other) - when(one)));
  merged.hidden = !list.children.length;
  for (const part of parts) part.hidden = !merged.hidden;
}

if (lines) new MutationObserver(merge).observe(lines, { childList: true });
merge();
