// The forms of the reference: sent by this browser, as whoever is signed in, and what came is shown below.

/** @param {HTMLFormElement} form */
function asked(form) {
  let path = form.getAttribute("action") ?? "";
  const query = new URLSearchParams();
  const headers = new Headers({ Accept: "application/json", "Idempotency-Key": crypto.randomUUID() });
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-in]"))) {
    if (field.dataset.in === "path") path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    else if (!field.value) continue;
    else if (field.dataset.in === "query") query.append(field.name, field.value);
    else headers.set(field.name, field.value);
  }
  const body = /** @type {HTMLTextAreaElement | null} */ (form.querySelector("textarea"));
  if (body) headers.set("Content-Type", body.dataset.media ?? "application/json");
  return new Request(path + (query.size ? `?${query}` : ""), { method: form.dataset.try, headers, body: body?.value });
}

/** @param {SubmitEvent} event */
async function send(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const shown = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  try {
    const answer = await fetch(asked(form));
    const text = await answer.text();
    const body = (answer.headers.get("Content-Type") ?? "").includes("json") && text ? JSON.stringify(JSON.parse(text), null, 2) : text;
    const told = ["ETag", "Location", "Link"].filter((name) => answer.headers.get(name)).map((name) => `${name}: ${answer.headers.get(name)}`);
    shown.textContent = [`${answer.status} ${answer.statusText}`, ...told, "", body.slice(0, 20000)].join("\n");
  } catch (trouble) {
    shown.textContent = String(trouble);
  }
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-try]"))) {
  form.hidden = false;
  form.addEventListener("submit", send);
}
