import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Request } from "miniflare";
import { afterAll, expect, it } from "vitest";
import { uiFiles } from "./ui-files.ts";

const folder = mkdtempSync(join(tmpdir(), "leadrelay-ui-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "dist", "assets"), { recursive: true });
writeFileSync(join(folder, "dist", "index.html"), "<p>page");
writeFileSync(join(folder, "dist", "assets", "app.js"), "app");
writeFileSync(join(folder, "secret.txt"), "secret");
const files = uiFiles(join(folder, "dist"));
const get = (path: string, init?: { method?: string; headers?: Record<string, string> }) =>
  files(new Request(`http://ui${path}`, init));

it.each([
  ["the front page", "/", 200, "text/html; charset=utf-8", "<p>page"],
  ["a file", "/assets/app.js?v=1", 200, "text/javascript; charset=utf-8", "app"],
  ["no file", "/assets/none.js", 404, null, ""],
  ["a folder", "/assets", 404, null, ""],
  ["a file beside the folder", "/../secret.txt", 404, null, ""],
  ["one written in another way", "/%2e%2e/secret.txt", 404, null, ""],
  ["one with its slash encoded", "/..%2fsecret.txt", 404, null, ""],
  ["what is no encoding", "/assets/%zz", 404, null, ""],
])("%s", async (_what, path, status, type, text) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
    status,
    type,
    text,
  ]);
});

it("who has it already is told so, and who asks for the headers gets no more", async () => {
  const etag = (await get("/")).headers.get("etag") ?? "";
  expect((await get("/", { headers: { "if-none-match": etag } })).status).toBe(304);
  expect((await get("/assets/app.js", { headers: { "if-none-match": etag } })).status).toBe(200);
  expect(await (await get("/", { method: "HEAD" })).text()).toBe("");
});
