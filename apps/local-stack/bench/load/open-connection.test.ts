import { expect, test } from "vitest";
import { isWhole } from "./open-connection.ts";

const head = (...lines: string[]) => `${["HTTP/1.1 301 Moved Permanently", ...lines].join("\r\n")}\r\n\r\n`;

test("a response is whole when its headers and as many bytes as they say are here", () => {
  expect(isWhole(head("Content-Length: 0"))).toBe(true);
  expect(isWhole(head("Content-Length: 0").slice(0, -2))).toBe(false);
  expect(isWhole(`${head("content-length: 3")}ab`)).toBe(false);
  expect(isWhole(`${head("content-length: 3")}abc`)).toBe(true);
});

test("a chunked response is whole with its empty chunk", () => {
  const chunked = head("Transfer-Encoding: chunked");
  expect(isWhole(chunked)).toBe(false);
  expect(isWhole(`${chunked}3\r\nabc\r\n`)).toBe(false);
  expect(isWhole(`${chunked}3\r\nabc\r\n0\r\n\r\n`)).toBe(true);
});
