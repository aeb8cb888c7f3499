// Three small comforts; every page works without them.

/** The day that is typed into a date field, in the reader's calendar, beside it. */
const CALENDARS = { solar_hijri: "persian", islamic: "islamic-umalqura", gregorian: "gregory" };

/** @param {Event} event */
function sayDay(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const beside = /** @type {HTMLElement | null} */ (field.parentElement?.querySelector("output[data-calendar]") ?? null);
  const hours = field.type === "datetime-local";
  if (!(hours || field.type === "date") || !beside) return;
  const day = new Date(hours ? `${field.value}Z` : field.value);
  const calendar = CALENDARS[/** @type {keyof typeof CALENDARS} */ (beside.dataset.calendar)] ?? "gregory";
  const words = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-ca-${calendar}`, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
    ...(hours ? { hour: "2-digit", minute: "2-digit", hour12: false } : {}),
  });
  beside.textContent = Number.isNaN(day.getTime()) ? "" : words.format(day);
}
document.addEventListener("input", sayDay);

/** Whoever opens a step that asks once more finds the focus in it. */
document.addEventListener("toggle", (event) => {
  const step = /** @type {HTMLElement} */ (event.target);
  if (step.matches?.("details.confirm[open]")) /** @type {HTMLElement | null} */ (step.querySelector("form :is(input:not([type=hidden]), textarea, select, button)"))?.focus();
}, true);

/** @param {Event} event */
function sayAway(event) {
  const card = /** @type {HTMLElement} */ (event.target);
  const away = /** @type {HTMLElement | null} */ (card.querySelector?.("[data-away]") ?? null);
  if (away) away.textContent = away.dataset.away ?? "";
  card.removeAttribute?.("aria-busy");
}
// A card whose service is away says so.
for (const trouble of ["htmx:response:error", "htmx:error"]) document.addEventListener(trouble, sayAway);

/** Cards stand still until those before them are there (plenary.css); one that is slow holds nobody up for long. */
const PATIENCE = 2000;
setTimeout(() => {
  for (const slow of document.querySelectorAll(".away[aria-busy]")) slow.removeAttribute("aria-busy");
}, PATIENCE);

// On a phone the row of tabs is longer than the window: where one is stands in sight.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
