import { readImage } from "@leadrelay/core/images/read-image";
import { apiProblem } from "../problems/api-problem.ts";

export const mostLogoBytes = 32 * 1024;
/** More would be a heap of pixels in a small file, and every page would unpack it. */
const mostPixels = 1024;

/** Reads a logo that was sent as base64. Throws the 422 of what is no small PNG or WebP by its own bytes. */
export function readLogo(base64: string): { mediaType: "image/png" | "image/webp"; base64: string } {
  const bytes = bytesOf(base64);
  const image = bytes && readImage(bytes);
  if (bytes === undefined || image === undefined)
    throw refused("should be a PNG or WebP image that does not move, as base64");
  if (bytes.length > mostLogoBytes)
    throw refused(`should be at most ${mostLogoBytes / 1024} KB, and is ${Math.ceil(bytes.length / 1024)}`);
  const { width, height, mediaType } = image;
  if (Math.min(width, height) < 1 || Math.max(width, height) > mostPixels)
    throw refused(`should be at most ${mostPixels} pixels wide and high, and is ${width} × ${height}`);
  return { mediaType, base64: btoa(String.fromCharCode(...bytes)) };
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const refused = (detail: string) =>
  apiProblem("invalid", `The logo ${detail}.`, { errors: [{ field: "logo", detail }] });
