import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonType, parseMediaType } from "./media-type.ts";

test("a type is read in any letter case, with its parameters", () => {
  expect(parseMediaType('Multipart/Form-Data ; Boundary="a;\\"b" ; charset = UTF-8; boundary=late')).toEqual({
    type: "multipart/form-data",
    parameters: new Map([
      ["boundary", 'a;"b'],
      ["charset", "UTF-8"],
    ]),
  });
});

test.each(["", "garbage", "/", "a/", "; charset=utf-8", "text/plain, text/html", "a b/c"])(
  "%j is no media type",
  (header) => expect(parseMediaType(header)).toBeUndefined(),
);

test("JSON has many names", () => {
  for (const type of ["application/json", "text/json", "application/vnd.api+json"])
    expect(isJsonType(type)).toBe(true);
  expect(isJsonType("application/jsonp")).toBe(false);
});

test("any header is read or not, quickly", () => {
  fc.assert(
    fc.property(fc.string(), (tail) => {
      parseMediaType(`multipart/form-data;${tail}`);
      parseMediaType(tail);
    }),
  );
  expect(parseMediaType(`a/b${' ;a="\\'.repeat(4_000)}`)?.type).toBe("a/b");
});
