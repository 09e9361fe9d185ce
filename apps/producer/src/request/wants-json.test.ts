import { expect, test } from "vitest";
import { wantsJson } from "./wants-json.ts";

const asks = (headers: Record<string, string>) => wantsJson(new Headers(headers));

test.each<Record<string, string>>([
  { "content-type": "application/json" },
  { "content-type": "Application/JSON; charset=utf-8" },
  { "content-type": "application/vnd.api+json" },
  { accept: "application/json" },
  { accept: "text/html;q=0.5, Application/Problem+JSON;q=0.9" },
])("%j is a JSON caller", (headers) => expect(asks(headers)).toBe(true));

test.each<Record<string, string>>([
  {},
  { accept: "*/*" },
  { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "content-type": "text/plain" },
  { accept: "application/jsonp" },
  { "content-type": "multipart/form-data; boundary=application/json" },
])("%j is not", (headers) => expect(asks(headers)).toBe(false));
