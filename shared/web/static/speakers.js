// Who speaks, by two letters: the beginnings of a name or of an organization, or two initials, in whichever script is typed.

/** @typedef {{ person: string, organization: string, label: string }} Speaker */

const SAME = new Map([..."يىكةەھہٱøłıđ"].map((letter, n) => [letter, [..."ییکههههاolid"][n]]));
const MOST = 8;

/** @param {string} text */
function folded(text) {
  const plain = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}|[\u0640\u200b-\u200d\u2060ءʾʿʼ’‘'`]/gu, "");
  return [...plain].map((letter) => SAME.get(letter) ?? letter).join("").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * How well somebody is meant by what is typed: the less the better, NaN for not at all.
 * @param {string[]} words by which they are found
 * @param {string[]} typed
 */
function meant(words, typed) {
  if (typed.every((part) => words.some((word) => word.startsWith(part)))) return words[0]?.startsWith(typed[0]) ? 0 : 1;
  const initials = words.map((word) => word[0]).join("");
  return typed.length === 1 && typed[0].length > 1 && initials.startsWith(typed[0]) ? 2 : Number.NaN;
}

/** The field for who speaks, with a list of those who are meant. */
export class Speakers {
  /** @type {Speaker[]} */
  #matches = [];
  #active = 0;
  /** @type {Speaker | null} Who was chosen; null where the name was typed. */
  chosen = null;

  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list
   * @param {() => void} changed
   * @param {() => void} done the choice is made, or given up
   */
  constructor(field, list, changed, done) {
    this.field = field;
    this.list = list;
    this.changed = changed;
    this.done = done;
    field.removeAttribute("list");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value);
    field.addEventListener("input", () => this.#typed());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#close());
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const row = /** @type {HTMLElement} */ (event.target).closest("li");
      if (row) this.#choose([...list.children].indexOf(row));
    });
  }

  /** @param {Speaker | null} speaker @param {string} called */
  show(speaker, called) {
    this.chosen = speaker;
    this.field.value = called;
    this.#close();
  }

  #typed() {
    this.chosen = null;
    const typed = folded(this.field.value);
    const known = /** @type {HTMLOptionElement[]} */ ([...document.querySelectorAll("#speakers option")]);
    const rated = known.map((each) => /** @type {[number, HTMLOptionElement]} */ ([typed.length ? meant((each.dataset.fold ?? "").split(" "), typed) : Number.NaN, each]));
    const found = rated.filter(([rate]) => !Number.isNaN(rate)).sort(([one], [other]) => one - other).slice(0, MOST);
    this.#matches = found.map(([, each]) => ({ person: each.dataset.person ?? "", organization: each.dataset.organization ?? "", label: each.value }));
    this.#active = 0;
    this.#draw();
    this.changed();
  }

  #draw() {
    this.list.replaceChildren(...this.#matches.map((each, n) => {
      const row = document.createElement("li");
      row.id = `match-${n}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(n === this.#active));
      row.dir = "auto";
      row.textContent = each.label;
      return row;
    }));
    const open = this.#matches.length > 0;
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    if (open) this.field.setAttribute("aria-activedescendant", `match-${this.#active}`);
    else this.field.removeAttribute("aria-activedescendant");
    this.list.children[this.#active]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#matches.length) {
      event.preventDefault();
      this.#active = (this.#active + step + this.#matches.length) % this.#matches.length;
      this.#draw();
    } else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && this.#matches.length)) {
      event.preventDefault();
      if (this.#matches.length) this.#choose(this.#active);
      else this.done();
    } else if (event.key === "Escape") {
      this.#close();
      this.done();
    }
  }

  /** @param {number} n */
  #choose(n) {
    const chosen = this.#matches[n];
    this.show(chosen, chosen.label);
    this.changed();
    this.done();
  }

  #close() {
    this.#matches = [];
    this.#draw();
  }
}
