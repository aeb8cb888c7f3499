// The order of a list changed by dragging, with a finger or a mouse. What is let go is sent as the buttons beside each row send it;
// without scripts these buttons are all there is. They are followed here, too, so that the focus stays and what came of it is said.

const EDGE = 80;
const SPEED = 12;
const MOVE = 'form[action$="/move"]:has(input[name="before"])';

/** The row, and what moves along with it: its sub-items, and theirs, which stand behind it. @param {HTMLElement} row */
function block(row) {
  const found = [row];
  const among = () => found.map((each) => each.dataset.row);
  for (let next = row.nextElementSibling; next instanceof HTMLElement && next.dataset.below && among().includes(next.dataset.below); next = next.nextElementSibling) found.push(next);
  return found;
}

/** Those among which it can stand, without itself. @param {HTMLElement} row */
function others(row) {
  const rows = /** @type {HTMLElement[]} */ ([...(row.parentElement?.querySelectorAll(":scope > [data-row]") ?? [])]);
  return rows.filter((each) => each !== row && each.dataset.among === row.dataset.among);
}

/** @param {HTMLElement[]} rows */
function middle(rows) {
  return (rows[0].getBoundingClientRect().top + (rows.at(-1) ?? rows[0]).getBoundingClientRect().bottom) / 2;
}

/** What was sent came back as a page: its list takes the place of this one. @param {Response} answer @param {string} row @param {string} focus */
async function shown(answer, row, focus) {
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [now, then] = [document.querySelector("main"), fresh.querySelector("main")];
  if (!now || !then) return location.reload();
  now.replaceWith(document.adoptNode(then));
  start(then);
  const place = /** @type {HTMLElement | null} */ (then.querySelector(`[data-row="${CSS.escape(row)}"]`));
  const list = /** @type {HTMLElement | null} */ (place?.closest("[data-drag]") ?? null);
  if (!place || !list) return;
  const buttons = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(`${MOVE} button`)]);
  (buttons.find((each) => each.textContent?.trim() === focus) ?? buttons[0])?.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
  const status = then.querySelector("[data-said]");
  const at = place.dataset.number ?? String([...list.children].indexOf(place) + 1);
  const number = at.replace(/\d+/g, (digits) => new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false }).format(Number(digits)));
  if (status && answer.ok) setTimeout(() => (status.textContent = `${place.dataset.called} ${list.dataset.moved} ${number}`), 100);
}

/** @param {HTMLFormElement} form @param {HTMLElement} row @param {string} focus which button has the focus then */
async function send(form, row, focus) {
  row.setAttribute("aria-busy", "true");
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } }).catch(() => null);
  if (answer) await shown(answer, row.dataset.row ?? "", focus);
  else form.submit(); // nobody answers: the browser says so
}

class Drag {
  #before = "";
  #still = true;
  #scrolling = 0;

  /** @param {HTMLElement} row @param {HTMLElement} grip @param {PointerEvent} event */
  constructor(row, grip, event) {
    this.row = row;
    this.rows = block(row);
    this.grip = grip;
    this.from = event.clientY + scrollY;
    this.at = event.clientY;
    this.#before = this.#next();
    grip.setPointerCapture(event.pointerId);
    const ends = new AbortController();
    const { signal } = ends;
    grip.addEventListener("pointermove", (it) => this.#moves(it), { signal });
    grip.addEventListener("pointerup", () => (ends.abort(), this.#drops()), { signal });
    grip.addEventListener("pointercancel", () => (ends.abort(), this.#stops()), { signal });
    addEventListener("keydown", (it) => it.key === "Escape" && (ends.abort(), this.#stops()), { signal });
    for (const each of this.rows) each.classList.add("dragging");
    this.#scroll();
  }

  /** Before whom it stands now. */
  #next() {
    const rest = others(this.row);
    return rest.find((each) => this.row.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)?.dataset.row ?? "";
  }

  /** @param {PointerEvent} event */
  #moves(event) {
    this.at = event.clientY;
    this.#draws();
  }

  #draws() {
    const by = this.at + scrollY - this.from;
    if (Math.abs(by) > 4) this.#still = false;
    for (const each of this.rows) each.style.transform = `translateY(${by}px)`;
    const rest = others(this.row);
    const before = rest.find((each) => this.at < middle(block(each)));
    this.#before = before?.dataset.row ?? "";
    for (const each of this.row.parentElement?.children ?? []) each.classList.remove("drop-before", "drop-behind");
    const last = rest.at(-1);
    if (before) before.classList.add("drop-before");
    else if (last) (block(last).at(-1) ?? last).classList.add("drop-behind");
  }

  /** Near the edge of the window the page goes on, as long as it is held there. */
  #scroll() {
    const by = this.at < EDGE ? -SPEED : this.at > innerHeight - EDGE ? SPEED : 0;
    if (by && !this.#still) {
      scrollBy({ top: by, behavior: "instant" });
      this.#draws();
    }
    this.#scrolling = requestAnimationFrame(() => this.#scroll());
  }

  #stops() {
    cancelAnimationFrame(this.#scrolling);
    for (const each of this.rows) {
      each.classList.remove("dragging");
      each.style.transform = "";
    }
    for (const each of this.row.parentElement?.children ?? []) each.classList.remove("drop-before", "drop-behind");
  }

  #drops() {
    const before = this.#before;
    this.#stops();
    const form = /** @type {HTMLFormElement | null} */ (this.row.querySelector(MOVE));
    const field = /** @type {HTMLInputElement | null} */ (form?.elements.namedItem("before") ?? null);
    if (this.#still || !form || !field || before === this.#next()) return;
    field.value = before;
    send(form, this.row, "");
  }
}

/** @param {Element} root */
function start(root) {
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-drag]"))) {
    list.classList.add("dragged-by");
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(":scope > [data-row]"))) {
      const grip = /** @type {HTMLElement | null} */ (row.querySelector(".grip:not(.still)"));
      grip?.addEventListener("pointerdown", (event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        event.preventDefault();
        new Drag(row, grip, event);
      });
    }
    list.addEventListener("submit", (event) => {
      const form = /** @type {HTMLFormElement} */ (event.target);
      const row = /** @type {HTMLElement | null} */ (form.matches(MOVE) ? form.closest("[data-row]") : null);
      if (!row) return;
      event.preventDefault();
      send(form, row, /** @type {SubmitEvent} */ (event).submitter?.textContent?.trim() ?? "");
    });
  }
}

start(document.documentElement);
