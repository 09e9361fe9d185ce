import { latin1, malformed } from "./malformed-body.ts";

const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}`;
const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
const email = part(disposition('name="email"'), "a@b.co");
const inParts = malformed("multipart/form-data; boundary=b");
export const multipartBodies = [
  malformed("multipart/form-data")("no boundary named", 400, /boundary/, "--b\r\n--b--"),
  malformed("multipart/form-data; boundary=")("an empty boundary", 400, /boundary/, "--b\r\n--b--"),
  malformed(`multipart/form-data; boundary=${"b".repeat(300)}`)("a huge boundary", 400, /boundary/, "--b--"),
  malformed("multipart/form-data; boundary=c")("another boundary", 400, /boundary/, "--b\r\n--b--"),
  inParts("an empty multipart body", 400, /empty/, ""),
  inParts("only the closing boundary", 400, /empty/, "--b--\r\n"),
  inParts("a body cut off in a value", 400, /closing boundary/, email.slice(0, -4)),
  inParts("a body cut off in the headers", 400, /closing boundary/, email.slice(0, 20)),
  inParts("prose as multipart", 400, /boundary/, "please call me"),
  inParts("a part without name", 400, /no name/, `${part("Content-Disposition: form-data", "x")}--b--`),
  inParts("a part with an empty name", 400, /no name/, `${part(disposition('name=""'), "x")}--b--`),
  inParts("a part without disposition", 400, /no name/, `${part("Content-Type: text/plain", "x")}--b--`),
  inParts("huge part headers", 400, /headers/, `${part(`X-A: ${"x".repeat(20_000)}`, "x")}--b--`),
  inParts(
    "headers that are no UTF-8, without contact",
    422,
    /e-mail/,
    latin1(`${part(disposition('name="\u00e9"'), "x")}--b--`),
  ),
  inParts("only files", 400, /empty/, `${part(disposition('name="f"; filename="f"'), "x")}--b--`),
  inParts(
    "an e-mail sent as a file",
    422,
    /e-mail/,
    `${part(disposition('name="a"'), "x")}${part(disposition('name="email"; filename="f"'), "a@b.co")}--b--`,
  ),
  inParts("201 parts", 413, /200 fields/, `${part(disposition('name="a"'), "x").repeat(201)}--b--`),
  inParts(
    "3 000 files",
    413,
    /2000 parts/,
    `${part(disposition('name="f"; filename="f"'), "x").repeat(3_000)}--b--`,
  ),
  inParts(
    "70 KB in a part",
    413,
    /64 KB/,
    `${email}${part(disposition('name="a"'), "x".repeat(70_000))}--b--`,
  ),
  inParts(
    "11 MB",
    413,
    /10 MB/,
    `${email}${part(disposition('name="f"; filename="f"'), "x".repeat(11_000_000))}--b--`,
  ),
  inParts("11 MB in pieces", 413, /10 MB/, () => streamOf(11, new Uint8Array(1_000_000))),
];

/** Without a length of its own, as chunked requests are. */
function streamOf(count: number, chunk: Uint8Array): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > count) controller.close();
      else controller.enqueue(chunk);
    },
  });
}
