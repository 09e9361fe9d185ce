import { expect, it } from "vitest";
import { serveUi } from "./serve-ui.ts";

/** The files of a build, as the platform would answer with them. */
const files: Readonly<Record<string, string>> = {
  "/": "<div id=root>",
  "/assets/v/app-1.js": "app",
  "/assets/theme.js": "theme",
};
const assets = {
  fetch: async (input: RequestInfo | URL) => {
    const text = files[new URL(new Request(input).url).pathname];
    return text === undefined
      ? new Response("", { status: 404 })
      : new Response(text, { headers: { "cache-control": "public", etag: '"1"' } });
  },
} as Fetcher;
const get = (path: string) => serveUi(new Request(`https://relay.example${path}`), assets, null);

it.each([
  ["the front page is the one page", "/", 200, "<div id=root>", "no-cache"],
  ["and so is any other address", "/leads/018f?open=1", 200, "<div id=root>", "no-cache"],
  [
    "a file that is named by what is in it is kept for good",
    "/assets/v/app-1.js",
    200,
    "app",
    "public, max-age=31536000, immutable",
  ],
  ["a file with a name of its own is asked for anew", "/assets/theme.js", 200, "theme", "no-cache"],
  ["a file of an older version is gone, and nobody keeps that", "/assets/v/app-0.js", 404, "", "no-store"],
])("%s", async (_what, path, status, text, caching) => {
  const answer = await get(path);
  expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([
    status,
    text,
    caching,
  ]);
});

it.each(["/", "/leads", "/assets/v/app-1.js", "/assets/none.js"])(
  "%s runs nothing and shows nothing that is not ours",
  async (path) => {
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect([
      headers.get("x-content-type-options"),
      headers.get("x-frame-options"),
      headers.get("referrer-policy"),
    ]).toEqual(["nosniff", "DENY", "no-referrer"]);
  },
);

it("pages may ask our own server and the intake, and nobody else", async () => {
  const { headers } = await serveUi(new Request("https://relay.example/"), assets, "https://leads.example/f");
  expect(headers.get("content-security-policy")).toContain("connect-src 'self' https://leads.example;");
  const alone = await get("/forms");
  expect(alone.headers.get("content-security-policy")).toContain("connect-src 'self';");
});
