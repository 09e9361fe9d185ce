import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import {
  MaxPartsExceededError,
  MultipartParseError,
  parseMultipart as partsOf,
} from "@remix-run/multipart-parser";
import { tooLarge, unreadable, type Refusal } from "../../refusal.ts";
import { bodyLimitBytes, fieldDataLimitBytes, fieldLimit, partLimit } from "./body-limits.ts";
import { legacyNote } from "./decode-text.ts";
import { describeFiles, readPart, type SkippedFile } from "./multipart-part.ts";
import { emptyBody, tooManyFields, tooMuchData, withinLimits, type ParsedBody } from "./parsed-body.ts";

/** RFC 2046 allows 70 plain characters; some clients send more. */
const usableBoundary = /^[\x20-\x7e]{1,200}$/;

/** `multipart/form-data`; file parts are skipped with a note. */
export function parseMultipart(bytes: Uint8Array, boundary: string | undefined): ParsedBody | Refusal {
  if (boundary === undefined || !usableBoundary.test(boundary))
    return unreadable("The Content-Type names no usable boundary, so the parts cannot be told apart.");
  if (bytes.length === 0) return emptyBody;
  try {
    return readParts(bytes, boundary);
  } catch (error) {
    if (error instanceof MaxPartsExceededError) return tooLarge(`There are more than ${partLimit} parts.`);
    if (error instanceof MultipartParseError) return unreadable(reasonOf(error));
    throw error;
  }
}

function readParts(bytes: Uint8Array, boundary: string): ParsedBody | Refusal {
  const entries: BodyEntry[] = [];
  const files: SkippedFile[] = [];
  const notes = new Set<string>();
  let dataBytes = 0;
  const limits = { maxParts: partLimit, maxFileSize: bodyLimitBytes, maxTotalSize: bodyLimitBytes };
  for (const part of partsOf(bytes, { boundary, ...limits })) {
    const read = readPart(part);
    if (read.kind === "refused") return read;
    if (read.kind === "file") {
      files.push(read);
      continue;
    }
    dataBytes += read.bytes;
    if (dataBytes > fieldDataLimitBytes) return tooMuchData;
    if (entries.push([read.name, read.value]) > fieldLimit) return tooManyFields;
    if (read.legacy) notes.add(legacyNote);
  }
  return withinLimits({ entries, dataBytes, notes: [...notes, ...describeFiles(files)] });
}

function reasonOf(error: MultipartParseError): string {
  if (error.message.includes("initial boundary"))
    return "The body does not begin with the boundary that the Content-Type names.";
  if (error.message.includes("not finished"))
    return "The body ends before its closing boundary: it was cut off, or the boundary is not closed.";
  return "The multipart body is broken: a part's headers are too long.";
}
