// What stands above and beside what is typed: the paragraphs of all who type, in their places, and who comes and goes.

/** @typedef {import("./journal.js").Kept} Kept */
/** @typedef {import("./journal.js").View} View */

const EVERY = 3000;
const SOON = 250;

/**
 * The list of keys opens and closes; wherever one was, Escape leads back to what is typed.
 * @param {KeyboardEvent} event @param {HTMLElement} words
 */
export function help(event, words) {
  const typing = /** @type {HTMLElement} */ (event.target).matches("input:not([type=radio]), textarea, select");
  if (event.key === "Escape" && !typing) words.focus();
  if (event.key !== "F1" && (typing || !["?", "؟"].includes(event.key))) return;
  event.preventDefault();
  const keys = /** @type {HTMLDetailsElement} */ (document.getElementById("keys"));
  keys.open = !keys.open;
  if (keys.open) keys.querySelector("summary")?.focus();
  else words.focus();
}

export class Room {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #typing = "";
  #since;

  /**
   * @param {HTMLElement} root
   * @param {(id: string) => boolean} mine whether this browser has something newer of it
   */
  constructor(root, mine) {
    this.root = root;
    this.mine = mine;
    this.#since = root.dataset.now ?? "";
  }

  watch() {
    document.addEventListener("visibilitychange", () => document.hidden || this.soon());
    this.#timer = setTimeout(() => this.#look(), EVERY);
  }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), SOON);
  }

  async #look() {
    if (document.hidden) return; // whoever comes back looks at once
    const around = /** @type {HTMLElement} */ (document.getElementById("around"));
    const asked = new URLSearchParams({ since: this.#since, around: around.dataset.around ?? "" });
    try {
      const answer = await fetch(`${this.root.dataset.here}/news?${asked}`, { signal: AbortSignal.timeout(EVERY * 5) });
      if (answer.ok) this.#show(new DOMParser().parseFromString(await answer.text(), "text/html"), around);
    } catch {
      // nobody answers: what is typed says so
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), EVERY);
  }

  /** @param {Document} news @param {HTMLElement} around */
  #show(news, around) {
    this.#since = /** @type {HTMLElement | null} */ (news.querySelector("[data-now]"))?.dataset.now ?? this.#since;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (news.querySelectorAll("li.paragraph"))) this.#take(row);
    const now = /** @type {HTMLElement | null} */ (news.getElementById("around"));
    if (!now) return;
    const seen = new Set([...around.querySelectorAll("[data-moved]")].map((each) => /** @type {HTMLElement} */ (each).dataset.moved));
    const moved = [...now.querySelectorAll("[data-moved]")].filter((each) => !seen.has(/** @type {HTMLElement} */ (each).dataset.moved));
    if (around.dataset.plan !== now.dataset.plan) this.note(this.root.dataset.replanned ?? "");
    for (const id of ["course", "speaking", "around", "gaps"]) {
      const [old, fresh] = [document.getElementById(id), news.getElementById(id)];
      if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(document.adoptNode(fresh));
    }
    if (moved.length) this.tell(`${this.root.dataset.arrived} ${moved.map((each) => each.textContent?.trim().replace(/\s+/g, " ")).join(", ")}`);
  }

  /** A paragraph as the server has it. @param {HTMLElement} row */
  #take(row) {
    const id = row.dataset.paragraph ?? "";
    const old = document.getElementById(row.id);
    if (this.mine(id)) return;
    if ("struck" in row.dataset) old?.remove();
    else if (!old || old.dataset.version !== row.dataset.version || row.dataset.item !== old.dataset.item) {
      const focused = old?.contains(document.activeElement) ?? false;
      old?.remove();
      const placed = this.#place(document.adoptNode(row));
      if (focused) /** @type {HTMLElement | null} */ (placed.querySelector("a, button"))?.focus({ preventScroll: true });
    }
  }

  /** Where it belongs: on its item, by its turn; what has none yet stands at the end. @param {HTMLElement} row */
  #place(row) {
    const groups = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll(".group")]);
    const group = groups.find((each) => each.dataset.group === row.dataset.item) ?? groups.at(-1);
    const list = group?.querySelector("ol");
    if (!group || !list) return row;
    group.hidden = false;
    const turn = row.dataset.turn ?? "";
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    list.insertBefore(row, (turn && rows.find((each) => !each.dataset.turn || each.dataset.turn > turn)) || null);
    return row;
  }

  /**
   * A paragraph as this browser has it, until the server's own comes.
   * @param {Kept} kept
   * @param {{ mark: string, kept: string }} says
   * @param {View | null} view
   */
  draw(kept, says, view = null) {
    if (this.#typing === kept.paragraph) this.typing("");
    const old = document.getElementById(`paragraph-${kept.paragraph}`);
    const blank = /** @type {HTMLTemplateElement} */ (document.getElementById("row")).content.firstElementChild;
    const row = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (blank), true));
    const [name, ...home] = kept.called.split(" · ");
    row.id = `paragraph-${kept.paragraph}`;
    const told = { paragraph: kept.paragraph, item: kept.item, turn: view?.turn ?? old?.dataset.turn ?? "", revision: String(kept.revision), mark: kept.mark, speaks: kept.speaker, organization: kept.organization, tongue: kept.said_in };
    Object.assign(row.dataset, told, { version: "", open: "" }); // the server's own row takes its place, with what can be done
    for (const [part, words] of [[".by bdi", name], [".home bdi", kept.speaker ? home.join(" · ") : ""], [".said", kept.words], [".kept", says.kept]]) {
      const found = row.querySelector(part);
      if (found) found.textContent = words;
    }
    const said = /** @type {HTMLElement} */ (row.querySelector(".said"));
    said.lang = kept.said_in;
    said.dir = "auto";
    const waits = kept.sent < kept.revision || kept.trouble !== "";
    row.classList.toggle("unsent", waits);
    row.querySelector(".kept")?.classList.replace("quiet", waits ? "warn" : "good");
    if (says.mark) {
      const chip = document.createElement("span");
      chip.className = "chip brand marked";
      chip.textContent = says.mark;
      row.querySelector(".kept")?.before(chip);
    }
    old?.remove();
    this.#place(row);
  }

  /** Let the end of what was typed be seen above the form. @param {string} id */
  reveal(id) {
    document.getElementById(`paragraph-${id}`)?.scrollIntoView({ block: "nearest" });
  }

  /** Which paragraph is being gone on with. @param {string} id */
  typing(id) {
    document.getElementById(`paragraph-${this.#typing}`)?.classList.remove("mine");
    this.#typing = id;
    document.getElementById(`paragraph-${id}`)?.classList.add("mine");
  }

  /** @param {string} item */
  lastOf(item) {
    const rows = /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(`.group[data-group="${item}"] .paragraph`));
    return rows[rows.length - 1]?.dataset.paragraph ?? "";
  }

  lastOpen() {
    const rows = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll(".group.current .paragraph[data-open]")]);
    return rows.at(-1);
  }

  /** Say something to who does not see. @param {string} words */
  tell(words) {
    const told = document.getElementById("told");
    if (told && words) told.textContent = words;
  }

  /** Say something above what was typed, until something else is said. @param {string} words */
  note(words) {
    const note = document.createElement("p");
    note.className = "note warn";
    note.setAttribute("role", "status");
    note.textContent = words;
    document.getElementById("both")?.replaceChildren(note, ...[...(document.getElementById("both")?.children ?? [])].filter((each) => !each.matches("p.note")));
  }

  /**
   * What was typed here, and what stands there; one of both, or both, will stand.
   * @param {Kept} kept
   * @param {{ words: string } | null} theirs
   * @param {string[]} choices
   * @param {(choice: string) => void} chosen
   */
  both(kept, theirs, choices, chosen) {
    const said = this.root.dataset;
    const panel = document.createElement("section");
    panel.className = "note warn stack";
    panel.id = `both-${kept.paragraph}`;
    panel.setAttribute("role", "alert");
    /** @param {string} tag @param {string} words */
    const part = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
    panel.append(part("p", theirs ? said.stale ?? "" : `${said.refused} ${kept.detail}`));
    for (const [title, words] of [[theirs ? said.theirsIs : "", theirs?.words ?? ""], [said.mineIs, kept.words]]) {
      if (!title) continue;
      const quoted = part("p", words ?? "");
      quoted.className = "said";
      quoted.dir = "auto";
      panel.append(part("b", title), quoted);
    }
    const row = document.createElement("p");
    row.className = "row";
    for (const choice of choices) {
      const button = part("button", said[choice] ?? "");
      button.setAttribute("type", "button");
      button.className = "slim";
      button.addEventListener("click", () => {
        panel.remove();
        chosen(choice);
      });
      row.append(button);
    }
    panel.append(row);
    document.getElementById(panel.id)?.remove();
    document.getElementById("both")?.append(panel);
  }
}
