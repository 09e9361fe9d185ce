import { latin1, malformed, many } from "./malformed-body.ts";

const inForm = malformed("application/x-www-form-urlencoded");
export const formBodies = [
  inForm("an empty form", 400, /empty/, ""),
  inForm("nothing but NULs", 422, /e-mail/, "%00=%00&\0"),
  inForm("raw bytes that are no UTF-8", 422, /e-mail/, latin1("email=a%b.co&name=Jos\u00e9")),
  inForm("only separators", 400, /empty/, "&&&&"),
  inForm("only blank fields", 422, /e-mail/, "email=&phone=+&name="),
  inForm("a broken e-mail", 422, /e-mail/, "email=anna%40"),
  inForm("an e-mail in broken escapes", 422, /e-mail/, "email=%zz%4&phone=%%%"),
  inForm("an e-mail that is no UTF-8", 422, /e-mail/, "email=%FF%FE%FD"),
  inForm("a short phone number", 422, /phone/, "phone=12345"),
  inForm("JSON without contact as a form", 422, /e-mail/, '{"name":"Anna"}'),
  inForm("broken JSON as a form", 422, /e-mail/, '{"email":"a@b.co'),
  inForm("a JSON list as a form", 400, /one object/, '["a@b.co"]'),
  inForm("lines without contact", 422, /e-mail/, "name=Anna\r\nphone=12\r\n"),
  inForm("__proto__ as a name", 422, /e-mail/, "__proto__=a%40b.co&__proto__[email]=a%40b.co"),
  inForm("constructor as a name", 422, /e-mail/, "constructor=a%40b.co&constructor.prototype.email=x"),
  inForm("201 fields", 413, /200 fields/, `email=a%40b.co&${many(200, (index) => `f${index}=`, "&")}`),
  inForm(
    "20 000 fields",
    413,
    /200 fields/,
    many(20_000, (index) => `f${index}=x`, "&"),
  ),
  inForm(
    "one name 1 000 times",
    413,
    /200 fields/,
    many(1_000, () => "email=a%40b.co", "&"),
  ),
  inForm("70 KB in one field", 413, /64 KB/, `email=a%40b.co&x=${"x".repeat(70_000)}`),
  inForm("1 MB of a form", 413, /64 KB/, `email=a%40b.co&x=${"x".repeat(1_000_000)}`),
  malformed("application/x-www-form-urlencoded", { "content-encoding": "br" })(
    "Brotli that is none, without contact",
    422,
    /e-mail/,
    "a=b",
  ),
];
