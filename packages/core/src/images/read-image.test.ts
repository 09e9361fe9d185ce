import { expect, it } from "vitest";
import { readImage } from "./read-image.ts";

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string"
        ? Array.from({ length: part.length }, (_, at) => part.charCodeAt(at))
        : [...part],
    ),
  );
const png = (width: number[], height: number[]) =>
  bytes([0x89], "PNG", [13, 10, 26, 10, 0, 0, 0, 13], "IHDR", width, height, [8, 6, 0, 0, 0, 0, 0]);
const webp = (...chunk: (string | number[])[]) => {
  const made = bytes("RIFF", [0, 0, 0, 0], "WEBP", ...chunk);
  return Uint8Array.from({ length: 40 }, (_, at) => made[at] ?? 0);
};

it.each([
  ["a PNG", png([0, 0, 1, 2], [0, 0, 0, 64]), { mediaType: "image/png", width: 258, height: 64 }],
  [
    "a lossy WebP",
    webp("VP8 ", [9, 9, 9, 9, 0, 0, 0, 0x9d, 1, 0x2a, 0x80, 0x40, 0x20, 0x80]),
    { mediaType: "image/webp", width: 128, height: 32 },
  ],
  [
    "a lossless WebP",
    webp("VP8L", [9, 9, 9, 9, 0x2f, 0x7f, 0xc0, 0x07, 0x00]),
    { mediaType: "image/webp", width: 128, height: 32 },
  ],
  [
    "a WebP with alpha",
    webp("VP8X", [10, 0, 0, 0, 0x10, 0, 0, 0, 0x7f, 0, 0, 0x1f, 0, 1]),
    { mediaType: "image/webp", width: 128, height: 65_568 },
  ],
  ["one that moves", webp("VP8X", [10, 0, 0, 0, 0x12, 0, 0, 0, 0x7f, 0, 0, 0x1f, 0, 0]), undefined],
  [
    "a PNG that moves",
    bytes(
      png([0, 0, 0, 9], [0, 0, 0, 9]),
      [3, 4],
      [0, 0, 0, 8],
      "acTL",
      [0, 0, 0, 2, 0, 0, 0, 0, 9, 9, 9, 9],
    ),
    undefined,
  ],
  [
    "one that moves, said after another part",
    bytes(
      png([0, 0, 0, 9], [0, 0, 0, 9]),
      [3, 4],
      [0, 0, 0, 1],
      "gAMA",
      [7, 9, 9, 9, 9],
      [0, 0, 0, 8],
      "acTL",
      [0, 0, 0, 2, 0, 0, 0, 0, 9, 9, 9, 9],
    ),
    undefined,
  ],
  [
    "one whose picture is called so inside, and stands still",
    bytes(png([0, 0, 0, 9], [0, 0, 0, 9]), [3, 4], [0, 0, 0, 4], "IDAT", "acTL", [9, 9, 9, 9]),
    { mediaType: "image/png", width: 9, height: 9 },
  ],
  ["an SVG", bytes(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`), undefined],
  ["a page", bytes("<!doctype html><script>alert(1)</script><!-- long enough -->"), undefined],
  [
    "a GIF",
    bytes(
      "GIF89a",
      Array.from({ length: 40 }, () => 0),
    ),
    undefined,
  ],
  ["what is cut off", png([0, 0, 0, 1], [0, 0, 0, 1]).subarray(0, 24), undefined],
  [
    "a PNG whose first part is none of its own",
    bytes(
      [0x89],
      "PNG",
      [13, 10, 26, 10, 0, 0, 0, 13],
      "IDAT",
      Array.from({ length: 20 }, () => 0),
    ),
    undefined,
  ],
  ["nothing", new Uint8Array(), undefined],
])("%s", (_what, image, read) => {
  expect(readImage(image)).toEqual(read);
});
