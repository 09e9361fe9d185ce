import { bytes, malformed } from "./malformed-body.ts";

const inText = malformed("text/plain");
export const untypedBodies = [
  inText("empty text", 400, /empty/, ""),
  inText("prose", 400, /neither/, "please call me"),
  inText("broken JSON as text", 400, /not valid JSON/, '{"email":'),
  inText("a JSON list as text", 400, /one object/, "[1,2]"),
  inText("a NUL in prose", 400, /neither/, "please\0"),
  inText("text that is no UTF-8", 400, /neither/, bytes(0xff, 0xfe, 0xfd)),
  inText("text without contact", 422, /e-mail/, "name=Anna"),
  malformed(null)("no type, no body", 400, /empty/, null),
  malformed(null)("no type, prose", 400, /neither/, "hello"),
  malformed(null)("no type, binary", 400, /neither/, bytes(0x89, 0x50, 0x4e, 0x47, 0xff)),
  malformed("application/xml")("XML", 415, /application\/xml is not supported/, "<email>a@b.co</email>"),
  malformed("text/html")("HTML", 415, /not supported/, "<p>a@b.co</p>"),
  malformed("application/octet-stream")("bytes", 415, /not supported/, bytes(1, 2, 3)),
  malformed("multipart/mixed; boundary=b")("multipart/mixed", 400, /empty/, "--b--"),
  malformed("garbage")("a type that is none", 415, /not a media type/, "please"),
  malformed("; charset=utf-8")("only a parameter", 415, /not a media type/, "please"),
  malformed("text/plain; charset=utf-32")("UTF-32", 400, /neither/, "please"),
];
