import { expect, test } from "vitest";
import { utf8 } from "../../../test/bytes.ts";
import { packed } from "../../../test/packed.ts";
import { inflate } from "./inflate.ts";

/** A decompressing stream that tells how many of its writes began. */
function watched() {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const seen = { writes: 0 };
  const counting = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (slice) => {
      seen.writes += 1;
      return writer.write(slice);
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
  return { seen, stream: { readable, writable: counting as typeof writable } };
}

const sizeOf = (chunks: readonly Uint8Array[] | undefined) =>
  chunks?.reduce((length, chunk) => length + chunk.length, 0);

test("a bomb is not unpacked beyond the slice that passes the limit", async () => {
  const bomb = await packed("x".repeat(40 * 1024 * 1024), "gzip");
  const { seen, stream } = watched();
  expect(await inflate(bomb, stream, 1024 * 1024)).toBeUndefined();
  expect(seen.writes).toBe(1);
});

test("each slice is read before the next is fed", async () => {
  const bomb = await packed("x".repeat(40 * 1024 * 1024), "gzip");
  const { seen, stream } = watched();
  expect(await inflate(bomb, stream, 9 * 1024 * 1024)).toBeUndefined();
  expect(seen.writes).toBe(3);
});

test("what stays within the limit comes out whole, to the byte", async () => {
  const text = "x".repeat(10 * 1024 * 1024);
  const bytes = await packed(text, "gzip");
  expect(sizeOf(await inflate(bytes, watched().stream, text.length))).toBe(text.length);
  expect(await inflate(bytes, watched().stream, text.length - 1)).toBeUndefined();
});

test.each([
  ["is cut off", (bytes: Uint8Array) => bytes.slice(0, -9)],
  ["is none", () => utf8("email=a%40b.co")],
])("what %s is rejected", async (_what, spoil) => {
  const bytes = spoil(await packed("x".repeat(1_000), "gzip"));
  await expect(inflate(bytes, watched().stream, 10_000)).rejects.toThrow();
});
