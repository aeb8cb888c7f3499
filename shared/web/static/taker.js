// The minute taker's page: paragraphs are kept as they are typed (journal.js), and what others type or who comes appears beside
// them without moving the cursor. Without scripts the form posts.

import { Journal, newId } from "./journal.js";
import { help, Room } from "./room.js";
import { Speakers } from "./speakers.js";

/** @typedef {import("./journal.js").Kept} Kept */

const PAUSE = 400;

class Taker {
  /** @type {Kept | null} What is being typed. */
  #now = null;
  #last = "";

  /** @param {HTMLElement} root @param {HTMLFormElement} form */
  constructor(root, form) {
    this.root = root;
    this.form = form;
    this.said = root.dataset;
    this.words = /** @type {HTMLTextAreaElement} */ (form.querySelector("#words"));
    this.item = /** @type {HTMLSelectElement} */ (form.querySelector("#item"));
    this.tongue = /** @type {HTMLSelectElement} */ (form.querySelector("#said_in"));
    this.prefix = `plenary/paragraphs/${this.said.who}/${this.said.gathering}/`;
    this.journal = new Journal(this.prefix, this.said.api ?? "", (kept, view, refused) => this.#told(kept, view, refused));
    this.room = new Room(root, (id) => id === this.#now?.paragraph || (this.journal.read(id)?.sent ?? 0) < (this.journal.read(id)?.revision ?? 0));
    const field = /** @type {HTMLInputElement} */ (form.querySelector("#said_by"));
    const list = /** @type {HTMLElement} */ (form.querySelector("#matches"));
    this.speakers = new Speakers(field, list, () => this.#typed(), () => this.words.focus());
    this.marks = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[name=mark]")]);
  }

  async start() {
    for (const event of ["input", "change"]) this.form.addEventListener(event, (it) => it.target !== this.speakers.field && this.#typed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#finish(/** @type {HTMLButtonElement | null} */ (event.submitter)?.value === "settle");
    });
    this.words.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("keydown", (event) => this.#anywhere(event));
    this.root.addEventListener("click", (event) => this.#pressed(event));
    this.root.addEventListener("submit", (event) => this.#settles(event));
    addEventListener("online", () => this.journal.flush());
    document.addEventListener("keydown", (event) => help(event, this.words));
    const editing = new URLSearchParams(location.search).get("paragraph");
    for (const kept of await this.journal.load()) {
      if (kept === this.#now) continue;
      const free = ["", kept.words].includes(this.words.value); // a browser may have brought back what was typed
      if (kept.open && !this.#now && !editing && free) this.#show(kept);
      else {
        kept.open = false;
        this.journal.keep(kept);
        this.room.draw(kept, this.#words(kept));
      }
      if (kept.trouble) this.#both(kept);
    }
    const row = editing && document.getElementById(`paragraph-${editing}`);
    if (row) this.#goOn(row);
    if (!this.#now) this.#settings();
    this.#currentGroup();
    this.#state();
    this.words.focus({ preventScroll: !matchMedia("(max-width: 40rem)").matches });
    this.journal.flush();
    this.room.watch();
  }

  /** Where what is typed goes on from: the last paragraph of its item that is seen. */
  #behind() {
    return this.room.lastOf(this.item.value);
  }

  #about() {
    const chosen = this.speakers.chosen;
    return {
      item: this.item.value,
      speaker: chosen?.person ?? "",
      organization: chosen?.organization ?? "",
      called: this.speakers.field.value.trim(),
      mark: this.marks.find((each) => each.checked)?.value ?? "",
      said_in: this.tongue.value,
      words: this.words.value,
    };
  }

  /** Something is another in the form: it is kept at once, and sent at the next pause. */
  #typed() {
    const about = this.#about();
    this.#currentGroup();
    if (!this.#now && !about.words.trim()) return;
    const fresh = { paragraph: newId(), writer: newId(), revision: 0, seen: 0, sent: 0, behind: this.#behind(), begun: Date.now(), settle: false, trouble: "", detail: "" };
    const now = this.#now ?? { ...fresh, ...about, open: true };
    Object.assign(now, about, { revision: Math.max(now.revision, now.seen) + 1, open: true });
    this.#now = now;
    this.journal.keep(now);
    this.journal.flush(PAUSE);
    this.#state();
  }

  /** The paragraph is complete; the next one begins, on the same item and by the same speaker. */
  #finish(settle = false) {
    const now = this.#now;
    if (!now || !now.words.trim()) return;
    const why = { "": "unmarked", decision: "by-form" }[now.mark];
    if (settle && why) this.#refused(why);
    Object.assign(now, { open: false, settle: settle && !why });
    this.#last = now.paragraph;
    this.#now = null;
    if (now.sent < now.revision || now.settle) this.journal.keep(now);
    else this.journal.drop(now.paragraph);
    this.room.draw(now, this.#words(now));
    this.words.value = "";
    this.#mark(0);
    this.#settings(true);
    this.#state();
    this.words.focus({ preventScroll: true });
    this.room.reveal(now.paragraph);
    this.journal.flush();
    this.room.soon();
  }

  /** What was chosen last is chosen still after the page was opened again. */
  #settings(keep = false) {
    const { item, said_in, speaker, organization, called } = this.#about();
    const name = `${this.prefix}last`;
    if (keep) sessionStorage.setItem(name, JSON.stringify({ item, said_in, speaker, organization, called }));
    const last = JSON.parse(sessionStorage.getItem(name) ?? "null");
    const begun = new URLSearchParams(location.search).get("speaker");
    const one = /** @type {HTMLOptionElement | null} */ (begun && document.querySelector(`#speakers option[data-person="${CSS.escape(begun)}"]`));
    if (one && !keep) return this.speakers.show({ person: begun ?? "", organization: one.dataset.organization ?? "", label: one.value }, one.value);
    if (keep || !last || this.words.value) return;
    if ([...this.item.options].some((each) => each.value === last.item)) this.item.value = last.item;
    this.tongue.value = last.said_in;
    this.speakers.show(last.speaker ? { person: last.speaker, organization: last.organization, label: last.called } : null, last.called);
  }

  /** @param {Kept} kept */
  #show(kept) {
    this.#now = kept;
    this.item.value = kept.item;
    this.tongue.value = kept.said_in;
    this.words.value = kept.words;
    this.speakers.show(kept.speaker ? { person: kept.speaker, organization: kept.organization, label: kept.called } : null, kept.called);
    for (const each of this.marks) each.checked = each.value === kept.mark;
    this.room.typing(kept.paragraph);
    this.#currentGroup();
  }

  /** Go on with a paragraph that stands there, whoever typed it. @param {HTMLElement} row */
  #goOn(row) {
    const id = row.dataset.paragraph ?? "";
    this.#finish();
    const { revision, item, mark, speaks, organization, tongue } = row.dataset;
    const seen = Number(revision);
    const called = [row.querySelector(".by bdi")?.textContent, speaks && row.querySelector(".home bdi")?.textContent].filter(Boolean).join(" · ");
    const words = row.querySelector(".said")?.textContent ?? "";
    const there = { paragraph: id, writer: newId(), revision: seen, seen, sent: seen, behind: "", begun: Date.now(), settle: false, trouble: "", detail: "" };
    const kept = Object.assign(this.journal.read(id) ?? { ...there, item: item ?? "", speaker: speaks ?? "", organization: organization ?? "", called, mark: mark ?? "", said_in: tongue ?? "", words }, { open: true, settle: false });
    if (this.journal.read(id)) this.journal.keep(kept);
    this.#show(kept);
    this.words.focus();
  }

  /** A paragraph of who has the floor, or spoke, begins: on that item, as a statement. @param {HTMLElement} link */
  #begin(link) {
    const { item, person, organization, called, as } = link.dataset;
    this.#finish();
    if ([...this.item.options].some((each) => each.value === item)) this.item.value = item ?? "";
    this.speakers.show({ person: person ?? "", organization: organization ?? "", label: called ?? "" }, called ?? "");
    this.#mark(Number(as));
    this.#settings(true);
    this.#currentGroup();
    this.#typed();
    this.words.focus();
    this.room.tell(called ?? "");
  }

  /** The meeting deals with the chosen item from now on; moving to another one alone says nothing of it. */
  async #takeUp() {
    const chosen = this.item.selectedOptions[0];
    if (!chosen?.value) return;
    const answer = await fetch(`${this.said.agenda}/${chosen.value}/take-up`, { method: "POST" }).catch(() => null);
    if (answer?.ok) this.room.tell(`${this.said.takenUp} ${chosen.textContent}`);
    else this.#refused(answer ? (await this.journal.why(answer)).code : "");
    this.room.soon();
  }

  /** It is not put into the record, and why; it is kept as it is. @param {string} why */
  #refused(why) {
    const { unmarked, byForm, tooLong, approved, meanwhile, notInSession, notNow } = this.said;
    /** @type {Record<string, string | undefined>} */
    const says = { unmarked, "by-form": byForm, "too-long": tooLong, "already-approved": approved, "not-in-session": notInSession, stale: meanwhile };
    this.room.note(says[why] ?? notNow ?? "");
  }

  /** @param {Kept | null} kept @param {import("./journal.js").View | null} view @param {string} refused */
  #told(kept, view, refused) {
    if (refused) this.#refused(refused);
    if (kept?.trouble) this.#both(kept);
    else if (kept && kept !== this.#now) {
      this.room.draw(kept, this.#words(kept), view);
      this.room.soon();
    }
    this.#state();
  }

  /** What is said of where it is kept. @param {Kept} kept */
  #words(kept) {
    const mark = this.marks.find((each) => each.value === kept.mark && kept.mark)?.parentElement?.querySelector("span")?.firstChild?.textContent ?? "";
    return { mark: mark.trim(), kept: (kept.sent < kept.revision || kept.trouble ? this.said.keptHere : this.said.keptThere) ?? "" };
  }

  #state() {
    if (!this.journal.loaded) return;
    const { full, strange, unsent } = this.journal;
    const digits = new Intl.NumberFormat(document.documentElement.lang).format(unsent);
    const waiting = strange ? this.said.signIn : full ? this.said.notKept : `${this.said.waiting} ${digits}`;
    const state = /** @type {HTMLElement} */ (document.getElementById("state"));
    say(state, unsent ? waiting ?? "" : this.said.allKept ?? "", unsent ? (strange || full ? "bad" : "warn") : "good");
    const kept = /** @type {HTMLElement} */ (document.getElementById("kept"));
    kept.hidden = !this.#now;
    if (this.#now) say(kept, this.#words(this.#now).kept, this.#now.sent < this.#now.revision ? "warn" : "good");
  }

  /** The server did not take it: nothing is lost, and whoever typed it decides. @param {Kept} kept */
  async #both(kept) {
    if (kept === this.#now) {
      this.#now = null;
      Object.assign(kept, { open: false });
      this.journal.keep(kept);
      this.words.value = "";
      this.room.typing("");
    }
    const gone = ["settled", "struck"].includes(kept.trouble);
    const answer = kept.trouble === "stale" || gone ? await fetch(`${this.said.api}/${kept.paragraph}`).catch(() => null) : null;
    const theirs = answer?.ok ? await answer.json() : null;
    const choices = gone ? ["anew", "theirs"] : theirs ? ["mine", "anew", "theirs"] : ["again", "discard"];
    this.room.both(kept, theirs, choices, (choice) => {
      kept.trouble = "";
      if (choice === "theirs" || choice === "discard") this.journal.drop(kept.paragraph);
      if (choice === "mine") Object.assign(kept, { writer: newId(), seen: theirs.revision, revision: theirs.revision + 1, sent: theirs.revision });
      if (choice === "anew") {
        this.journal.drop(kept.paragraph);
        Object.assign(kept, { paragraph: newId(), writer: newId(), seen: 0, sent: 0, revision: 1, behind: this.#behind(), mark: gone ? "" : kept.mark });
      }
      if (["mine", "anew", "again"].includes(choice)) this.journal.keep(kept);
      this.#state();
      this.words.focus();
      this.journal.flush();
      this.room.soon();
    });
  }

  #currentGroup() {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(".group"))) {
      each.classList.toggle("current", each.dataset.group === this.item.value);
      if (each.dataset.group === this.item.value) each.hidden = false;
    }
  }

  /** @param {number} n */
  #mark(n) {
    if (this.marks[n]) this.marks[n].checked = true;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    const empty = !this.words.value.trim();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#finish(event.altKey);
    } else if (empty && !event.altKey && (event.key === "@" || (event.code === "Digit2" && event.shiftKey))) {
      event.preventDefault();
      this.speakers.field.focus();
      this.speakers.field.select();
    } else if (empty && event.key === "ArrowUp" && !event.altKey) {
      const row = document.getElementById(`paragraph-${this.#last}`) ?? this.room.lastOpen();
      if (row?.dataset.revision && "open" in row.dataset) {
        event.preventDefault();
        this.#goOn(row);
      }
    }
  }

  /** @param {KeyboardEvent} event */
  #anywhere(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const speaks = /** @type {HTMLElement | null} */ (event.code === "KeyS" ? document.querySelector("[data-now-speaks] ~ p a.begins") : null);
    if (speaks) {
      event.preventDefault();
      return this.#begin(speaks);
    }
    if (event.code === "KeyT") {
      event.preventDefault();
      return void this.#takeUp();
    }
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (digit && Number(digit) < this.marks.length) this.#mark(Number(digit));
    else if (step) this.item.selectedIndex = Math.min(Math.max(this.item.selectedIndex + step, 0), this.item.options.length - 1);
    else return;
    event.preventDefault();
    const told = digit ? this.marks[Number(digit)].parentElement?.querySelector("span")?.firstChild?.textContent : this.item.selectedOptions[0]?.textContent;
    this.room.tell(told ?? "");
    this.#typed();
  }

  /** @param {Event} event */
  #pressed(event) {
    const begins = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("a.begins"));
    if (begins) event.preventDefault();
    if (begins) return this.#begin(begins);
    const edit = /** @type {HTMLElement} */ (event.target).closest("a.edit");
    const row = /** @type {HTMLElement | null} */ (edit?.closest("[data-paragraph]") ?? null);
    if (!row) return;
    event.preventDefault();
    this.#goOn(row);
  }

  /** One that stands there is put into the record; the cursor stays. @param {SubmitEvent} event */
  async #settles(event) {
    const form = /** @type {HTMLElement} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (form.matches(".settle") ? form.closest("[data-paragraph]") : null);
    if (!row) return;
    event.preventDefault();
    const address = `${this.said.api}/${row.dataset.paragraph}/settle`;
    const answer = await fetch(address, { method: "POST", headers: { "If-Match": `"${row.dataset.version}"` } }).catch(() => null);
    if (!answer?.ok) this.#refused(answer ? (await this.journal.why(answer)).code : "");
    this.words.focus();
    this.room.soon();
  }
}

/** @param {HTMLElement} chip @param {string} words @param {string} tone */
function say(chip, words, tone) {
  chip.hidden = false;
  chip.className = `chip ${tone}`;
  if (chip.textContent !== words) chip.textContent = words;
}

const root = document.getElementById("taker");
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("typing"));
if (root && form) new Taker(root, form).start();
