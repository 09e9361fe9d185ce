import { expect, it } from "vitest";
import { respondWithOpener } from "./open-link-page.ts";

/** What the page's script does at an address: what it posts, and what then stands in the browser's history. */
async function played(hash: string) {
  const text = await (await respondWithOpener("/password")).text();
  const script = /<script>([^]*?)<\/script>/.exec(text)?.[1] ?? "";
  const done: { posted: string | null; address: string | null } = { posted: null, address: null };
  const token = { value: "" };
  const form = { elements: { token }, submit: () => (done.posted = token.value) };
  const location = { pathname: "/password", hash };
  const history = { replaceState: (_state: null, _title: string, to: string) => (done.address = to) };
  const document = { getElementById: (id: string) => (text.includes(`<form id="${id}" `) ? form : null) };
  // oxlint-disable-next-line typescript/no-implied-eval -- the page's own script, run as a browser would
  const run = new Function("location", "history", "document", script);
  run(location, history, document);
  return done;
}

it.each([
  ["is posted, and taken out of the address", "#token=a-b_1", { posted: "a-b_1", address: "/password" }],
  ["that is empty is not posted", "#token=", { posted: null, address: null }],
  ["that is none is not posted", "#section", { posted: null, address: null }],
  ["that is missing leaves the form as it is", "", { posted: null, address: null }],
])("a token behind the # %s", async (_what, hash, done) => {
  expect(await played(hash)).toEqual(done);
});

it("the form can be filled by hand", async () => {
  const text = await (await respondWithOpener("/password")).text();
  expect(text).toMatch(
    /<form id="open" method="post" action="\/password">[^]*<input id="token" name="token"/,
  );
});
