import { expect, test } from "vitest";
import { wantsJson } from "./wants-json.ts";

const asks = (headers: Record<string, string>) => wantsJson(new Headers(headers));

test.each<Record<string, string>>([
  { "content-type": "application/json" },
  { "content-type": "Application/JSON; charset=utf-8" },
  { "content-type": "application/vnd.api+json" },
  { accept: "application/json" },
  { accept: "text/html;q=0.5, Application/Problem+JSON;q=0.9" },
  { "x-requested-with": "XMLHttpRequest" },
  { "x-requested-with": " xmlhttprequest " },
  {
    "x-requested-with": "XMLHttpRequest",
    accept: "*/*",
    "content-type": "application/x-www-form-urlencoded",
  },
  { "x-requested-with": "XMLHttpRequest", accept: "text/html, */*; q=0.01" },
  { "sec-fetch-mode": "cors" },
  { "sec-fetch-mode": "cors", "content-type": "multipart/form-data; boundary=b", accept: "*/*" },
  { "sec-fetch-mode": "same-origin" },
  { "sec-fetch-mode": "no-cors", "content-type": "text/plain;charset=UTF-8" },
  { "sec-fetch-mode": "CORS" },
  { "sec-fetch-mode": "navigate", accept: "application/json" },
])("%j is a JSON caller", (headers) => expect(asks(headers)).toBe(true));

test.each<Record<string, string>>([
  {},
  { accept: "*/*" },
  { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "content-type": "text/plain" },
  { accept: "application/jsonp" },
  { "sec-fetch-mode": "navigate", accept: "text/html,*/*;q=0.8" },
  { "sec-fetch-mode": "navigate", "x-requested-with": "com.example.app" },
  { "x-requested-with": "com.android.browser" },
  { "sec-fetch-mode": "nested-navigate" },
  { "sec-fetch-mode": "", "x-requested-with": "" },
  { "content-type": "multipart/form-data; boundary=application/json" },
])("%j is not", (headers) => expect(asks(headers)).toBe(false));
