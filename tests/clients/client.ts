// A client as somebody else would write it, on the types that openapi-typescript made of our document. It says what it saw,
// as JSON, and ends with an error where it meets what the types do not allow. The types check as much: `tsc --strict`.
import createClient from "openapi-fetch";
import type { components, paths } from "./registration.js";

type Problem = components["schemas"]["Problem"];
type Person = components["schemas"]["PersonView"];

declare const process: { argv: string[] };
const [url = "", token = ""] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: `${url}/registration`, headers: { Authorization: `Bearer ${token}` } });

/** What came, or the problem in its place. */
function good<T>(answer: { data?: T; error?: Problem; response: Response }): T {
  if (answer.data === undefined) throw new Error(answer.error?.detail ?? answer.response.statusText);
  return answer.data;
}

/** What a client shows of a problem. */
function told({ error, response }: { error?: Problem; response: Response }) {
  if (error === undefined) throw new Error(`${response.url} is no problem: ${response.status}`);
  const fields = (error.errors ?? []).map((each) => each.pointer);
  return { type: error.type, status: error.status, same: error.status === response.status, fields };
}

const tag = (response: Response): string => response.headers.get("ETag") ?? "";

const form: components["schemas"]["GatheringForm"] = {
  gathering_kind: "conference",
  mode: "in_person",
  title: { en: "Estuaries" },
  venue: { en: "Hall" },
  starts_at: "2035-03-21T09:00:00+03:30",
  ends_at: "2035-03-21T17:00:00+03:30",
  time_zone: "Asia/Tehran",
  capacity: { delegate: 1 },
};

async function recorded(name: string, email: string): Promise<Person> {
  const body = { name, email, language: "fa", calendar: "solar_hijri", digits: "persian", time_zone: "Asia/Tehran" } as const;
  return good(await client.POST("/v1/people", { body }));
}

async function opened(): Promise<string> {
  const made = await client.POST("/v1/gatherings", { body: form });
  const gathering = good(made).id;
  const at = (version: string) => ({ path: { gathering }, header: { "If-Match": version } });
  const announced = await client.POST("/v1/gatherings/{gathering}/announce", { params: at(tag(made.response)) });
  good(announced);
  good(await client.POST("/v1/gatherings/{gathering}/open", { params: at(tag(announced.response)) }));
  return gathering;
}

async function registered(gathering: string): Promise<string[]> {
  const states: string[] = [];
  for (const n of [0, 1]) {
    const { id } = await recorded(`Sam ${n}`, `sam${n}@example.org`);
    const params = { path: { gathering }, header: { "Idempotency-Key": `sam-${n}` } };
    const body = { person: id, category: "delegate" } as const;
    states.push(good(await client.POST("/v1/gatherings/{gathering}/registrations", { params, body })).state);
  }
  return states;
}

/** Every person, page by page: `Link` says where the next one is, and is missing of the last. */
async function everybody(): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const answer = await client.GET("/v1/people", { params: { query: { limit: 2, after } } });
    ids.push(...good(answer).map((person) => person.id));
    const next = answer.response.headers.get("Link")?.match(/<([^>]+)>; *rel="next"/)?.[1];
    after = next === undefined ? undefined : (new URL(next, answer.response.url).searchParams.get("after") ?? undefined);
  } while (after !== undefined);
  return ids;
}

async function refused(gathering: string) {
  const nowhere = { path: { gathering: "00000000-0000-4000-8000-000000000000" } };
  const stale = { path: { gathering }, header: { "If-Match": '"99"' } };
  return [
    told(await client.GET("/v1/gatherings/{gathering}", { params: nowhere })),
    told(await client.POST("/v1/gatherings/{gathering}/close", { params: stale })),
    told(await client.POST("/v1/gatherings", { body: { ...form, time_zone: "Nowhere/At all" } })),
  ];
}

for (const n of [0, 1, 2, 3, 4]) await recorded(`Kim ${n}`, `kim${n}@example.org`);
const gathering = await opened();
const states = await registered(gathering);
const people = await everybody();
console.log(JSON.stringify({ states, people, refused: await refused(gathering) }));
