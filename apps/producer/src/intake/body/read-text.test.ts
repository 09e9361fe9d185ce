import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodedLimitBytes } from "./body-limits.ts";
import { readText } from "./read-text.ts";

const request = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  new Request("https://leads.test/", { method: "POST", body, headers });

const declared = (body: Uint8Array<ArrayBuffer>) => request(body, { "content-length": String(body.length) });
const chunked = (body: Uint8Array<ArrayBuffer>) => request(body, {});
const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

test("text is read the same whether or not its length was declared", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const body = bytesOf(text);
      const read = { kind: "text", text: text.replace(/^\uFEFF/, ""), byteLength: body.length };
      expect(await readText(declared(body))).toEqual(read);
      expect(await readText(chunked(body))).toEqual(read);
    }),
  );
});

test("bytes that are no UTF-8 are refused, but for an emoji cut short in a body of declared length", async () => {
  const mostlyText = fc.array(fc.oneof(fc.constantFrom(...bytesOf("aé😀")), fc.nat(255)));
  await fc.assert(
    fc.asyncProperty(mostlyText, async (values) => {
      const body = Uint8Array.from(values);
      const strict = await readText(chunked(body));
      const read = await readText(declared(body));
      if (strict.kind === "text") expect(read).toEqual(strict);
      else if (read.kind === "text") expect(read.text).toContain("\uFFFD");
    }),
    { numRuns: 500 },
  );
  for (const body of [[0xff], [0xe9, 0x20], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0x61, 0xc3]])
    expect(await readText(declared(Uint8Array.from(body)))).toMatchObject({ kind: "refused", status: 400 });
});

test("a replacement character someone really sent is no sign of another encoding", async () => {
  expect(await readText(declared(bytesOf("a\uFFFDb")))).toMatchObject({ text: "a\uFFFDb" });
});

test("a body that says less than it is, or nothing sensible, is read by what it is", async () => {
  expect(await readText(request(bytesOf("abc"), { "content-length": "x" }))).toMatchObject({ text: "abc" });
  const long = new Uint8Array(encodedLimitBytes + 1);
  expect(await readText(declared(long))).toMatchObject({ kind: "refused", status: 413 });
  expect(await readText(chunked(long))).toMatchObject({ kind: "refused", status: 413 });
});
