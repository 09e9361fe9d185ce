import { apiOperations, resolved, type Operation, type Schema } from "./api-document.ts";
import { json, problem, testNow, type FakeServer } from "./outside-in-memory.ts";

/** The operation that a request asks, if any. */
export const operationOf = ({ method, url }: Request): Operation | undefined =>
  apiOperations.find(
    (one) =>
      one.method === method &&
      new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(new URL(url).pathname),
  );

/** A server that answers every operation as the API's document says, with this for every text that can be any; it knows no submission `blocked`, and is making the plan `rpl_making`. */
export const fakeApiSaying =
  (text: string): FakeServer =>
  (request) => {
    const operation = operationOf(request);
    if (operation?.answer === undefined) return new Response("ok");
    if (request.url.endsWith("/api/submissions/blocked")) return problem(404, "not-found", "There is none.");
    const sample = sampleOf(operation.answer, text);
    if (request.method === "GET" && request.url.endsWith("/api/replays/rpl_making"))
      return json({ ...(sample as object), state: "planning" });
    return json(sample, { status: operation.status, headers: { etag: '"7"' } });
  };

export const fakeApi: FakeServer = fakeApiSaying("text");

/** A value that fits a schema, with all that may be there; a list's only page, with nothing masked. A number is a moment, if it may. */
function sampleOf(schema: Schema, text: string): unknown {
  const { allOf, anyOf, enum: values, example, properties, items, minimum, format } = resolved(schema);
  if (allOf !== undefined) return Object.assign({}, ...allOf.map((one) => sampleOf(one, text)));
  if (anyOf?.[0] !== undefined) return sampleOf(anyOf[0], text);
  if (values !== undefined) return values[0];
  if (example !== undefined) return example;
  if (properties !== undefined)
    return Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [
        name,
        name === "next_cursor" ? null : name === "masked" ? false : sampleOf(one, text),
      ]),
    );
  const [type] = [resolved(schema).type].flat();
  switch (type) {
    case "array":
      return items === undefined ? [] : [sampleOf(items, text)];
    case "object":
      return {};
    case "integer":
    case "number":
      return minimum ?? testNow;
    case "boolean":
      return true;
    case "string":
      return format === "uri" ? "https://relay.example.com/" : text;
    case undefined:
    default:
      return null;
  }
}
