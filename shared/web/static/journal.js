// What is typed and not yet on the server: kept in this browser from the first letter on, and sent until the server has it.

/**
 * A paragraph as this page knows it. `revision` counts its texts, `sent` is the one that the server has, `seen` the one of another
 * page from which it goes on. `trouble`: why the server did not take it.
 * @typedef {{
 *   paragraph: string, writer: string, revision: number, seen: number, sent: number, behind: string, begun: number,
 *   item: string, speaker: string, organization: string, called: string, mark: string, said_in: string, words: string,
 *   open: boolean, settle: boolean, trouble: string, detail: string,
 * }} Kept
 * @typedef {{ id: string, turn: string, revision: number, words: string, state: string }} View
 */

const PAUSES = [1000, 2000, 4000, 8000, 15000];
const PATIENCE = 15000;
const MOMENT = 150;

/** A random id, also where the page did not come over HTTPS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Nobody answers, or not now: it is tried again. */
class Away extends Error {}

export class Journal {
  /** @type {Map<string, Kept>} */
  #kept = new Map();
  #busy = false;
  #again = false;
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** The browser has no room, or lets nothing be kept. */
  full = false;
  /** Whoever types is not signed in any more. */
  strange = false;
  /** What an earlier page left here is known; before that nobody can say that all of it is on the server. */
  loaded = false;

  /**
   * @param {string} prefix of the names under which it is kept: of one gathering and one person
   * @param {string} api where paragraphs are sent to
   * @param {(kept: Kept | null, view: View | null, refused: string) => void} told something is another now; `refused`: why it was
   *   kept, and not put into the record
   */
  constructor(prefix, api, told) {
    this.prefix = prefix;
    this.api = api;
    this.told = told;
    this.others = new BroadcastChannel(prefix);
  }

  /** What an earlier page left here, the oldest first; what another open page is typing is that one's. */
  async load() {
    const taken = new Set();
    this.others.onmessage = ({ data }) => {
      if (data === "who") this.others.postMessage([...this.#kept.keys()]);
      else for (const id of data) taken.add(id);
    };
    this.others.postMessage("who");
    await new Promise((done) => setTimeout(done, MOMENT));
    for (const name of Object.keys(localStorage)) {
      const id = name.slice(this.prefix.length);
      if (!name.startsWith(this.prefix) || taken.has(id) || this.#kept.has(id)) continue;
      const kept = JSON.parse(localStorage.getItem(name) ?? "null");
      if (kept) this.#kept.set(id, kept);
    }
    this.loaded = true;
    return this.all();
  }

  /** All that is kept here, in the order in which it was begun. */
  all() {
    return [...this.#kept.values()].sort((one, other) => one.begun - other.begun);
  }

  /** @param {string} id */
  read(id) {
    return this.#kept.get(id);
  }

  /** How many the server does not have as they are. */
  get unsent() {
    return this.all().filter((kept) => kept.sent < kept.revision || kept.trouble).length;
  }

  /** @param {Kept} kept */
  keep(kept) {
    this.#kept.set(kept.paragraph, kept);
    try {
      localStorage.setItem(this.prefix + kept.paragraph, JSON.stringify(kept));
      this.full = false;
    } catch {
      this.full = true;
    }
  }

  /** @param {string} id */
  drop(id) {
    this.#kept.delete(id);
    localStorage.removeItem(this.prefix + id);
  }

  /** Send what is to be sent, soon, or after so many milliseconds. */
  flush(pause = 0) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), pause);
  }

  async #flush() {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      do {
        this.#again = false;
        for (const { paragraph } of this.all()) await this.#bring(paragraph);
      } while (this.#again);
      this.#failures = 0;
    } catch (trouble) {
      if (!(trouble instanceof Away)) throw trouble;
      this.flush(PAUSES[Math.min(this.#failures++, PAUSES.length - 1)]);
      this.told(null, null, "");
    } finally {
      this.#busy = false;
    }
  }

  /** @param {string} id */
  async #bring(id) {
    const kept = this.#kept.get(id);
    if (!kept || kept.trouble || !kept.words.trim()) return;
    let [version, refused] = ["", ""];
    /** @type {View | null} */
    let view = null;
    if (kept.sent < kept.revision || kept.settle) {
      const sent = { ...kept };
      const answer = await this.#post(this.api, body(sent), {});
      if (!answer.ok) return this.#refused(kept, answer);
      view = /** @type {View} */ (await answer.json());
      if (view.revision !== sent.revision) return this.#trouble(kept, "stale", ""); // another page went on with what this one kept
      version = (answer.headers.get("ETag") ?? "").replaceAll('"', "");
      kept.sent = Math.max(kept.sent, sent.revision);
    }
    if (kept.settle && kept.sent === kept.revision && !kept.open) {
      const answer = await this.#post(`${this.api}/${id}/settle`, "", { "If-Match": `"${version}"` });
      kept.settle = false;
      if (answer.ok) view = await answer.json();
      else refused = (await this.why(answer)).code;
    }
    if (kept.sent < kept.revision || kept.open) this.keep(kept);
    else this.drop(id);
    this.told(kept, view, refused);
  }

  /**
   * @param {string} address
   * @param {string} said
   * @param {Record<string, string>} more
   */
  async #post(address, said, more) {
    const headers = { ...more, Accept: "application/json", ...(said ? { "Content-Type": "application/json" } : {}) };
    let answer;
    try {
      answer = await fetch(address, { method: "POST", headers, body: said || undefined, signal: AbortSignal.timeout(PATIENCE) });
    } catch (trouble) {
      throw new Away(String(trouble));
    }
    this.strange = answer.status === 401 || answer.status === 403;
    if (this.strange || answer.status === 429 || answer.status >= 500) throw new Away(`${answer.status}`);
    return answer;
  }

  /**
   * @param {Kept} kept
   * @param {Response} answer
   */
  async #refused(kept, answer) {
    const { code, detail } = await this.why(answer);
    this.#trouble(kept, code, detail);
  }

  /** Why the server did not do it. @param {Response} answer */
  async why(answer) {
    const problem = await answer.json().catch(() => ({}));
    const code = answer.status === 412 ? "stale" : problem.code ?? `${answer.status}`;
    return { code, detail: problem.errors?.[0]?.detail ?? problem.detail ?? "" };
  }

  /** @param {Kept} kept @param {string} trouble @param {string} detail */
  #trouble(kept, trouble, detail) {
    Object.assign(kept, { trouble, detail });
    this.keep(kept);
    this.told(kept, null, "");
  }
}

/**
 * What is sent: the speaker by id, or by the name that was typed.
 * @param {Kept} kept
 */
function body(kept) {
  const { paragraph, writer, revision, seen, words, said_in } = kept;
  const said = { item: kept.item, speaker: kept.speaker, organization: kept.organization, mark: kept.mark, behind: kept.behind };
  const named = kept.speaker ? "" : kept.called;
  const told = Object.fromEntries(Object.entries({ ...said, named }).filter(([, value]) => value));
  return JSON.stringify({ paragraph, writer, revision, seen, words, said_in, ...told });
}
