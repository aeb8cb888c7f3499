// Compiles schemas as a careful client does, and judges values by them. Asked and answered in JSON, on stdin and stdout.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`); // where `make clients` installed them
const { default: Ajv } = require("ajv/dist/2020");
const { default: formats } = require("ajv-formats");

const { schemas, values } = JSON.parse(readFileSync(0, "utf8"));
const ajv = formats(new Ajv({ strict: true, strictRequired: true, logger: false }));
ajv.addKeyword("components"); // where the schemas of an OpenAPI document lie
const compiled = {}, refused = {};
for (const [name, schema] of Object.entries(schemas)) {
  try {
    compiled[name] = ajv.compile(schema);
  } catch (error) {
    refused[name] = error.message;
  }
  ajv.removeSchema(schema.$id); // a later edition of a schema has the same name
}
const judged = values.map(([name, value]) => (compiled[name]?.(value) ? "" : ajv.errorsText(compiled[name]?.errors)));
console.log(JSON.stringify({ refused, judged }));
