/** What an image's first bytes say of it; sizes in pixels. */
export interface ReadImage {
  mediaType: "image/png" | "image/webp";
  width: number;
  height: number;
}

const pngBegins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What kind of image it is by its own bytes, whatever its name says; undefined for all but PNG and WebP that stand still. */
export function readImage(bytes: Uint8Array): ReadImage | undefined {
  if (bytes.length < 30) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (pngBegins.every((byte, at) => bytes[at] === byte) && textAt(bytes, 12) === "IHDR")
    return isAnimatedPng(bytes, view)
      ? undefined
      : { mediaType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  if (textAt(bytes, 0) !== "RIFF" || textAt(bytes, 8) !== "WEBP") return undefined;
  const size = webpSize(textAt(bytes, 12), view);
  return size && { mediaType: "image/webp", ...size };
}

const textAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

/** One that moves says so by an `acTL` chunk before its picture: https://www.w3.org/TR/png-3/#acTL-chunk */
function isAnimatedPng(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = textAt(bytes, at + 4);
    if (chunk === "acTL") return true;
    if (chunk === "IDAT") return false;
  }
  return false;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(chunk: string, view: DataView): { width: number; height: number } | undefined {
  if (chunk === "VP8 ")
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const isAnimated = (view.getUint8(20) & 0x02) !== 0;
  if (chunk !== "VP8X" || isAnimated) return undefined;
  return { width: threeBytes(view, 24) + 1, height: threeBytes(view, 27) + 1 };
}

const threeBytes = (view: DataView, at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
