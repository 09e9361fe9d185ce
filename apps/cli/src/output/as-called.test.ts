import { expect, it } from "vitest";
import { asCalled } from "./as-called.ts";

it.each([
  ["a command at the end", "Later: leadrelay lead find x", "Later: ./leadrelay lead find x"],
  ["one in quotes", "run `leadrelay login`.", "run `./leadrelay login`."],
  ["an option of ours", "`leadrelay --help`", "`./leadrelay --help`"],
  [
    "every one of several",
    "leadrelay dlq list or leadrelay dlq causes",
    "./leadrelay dlq list or ./leadrelay dlq causes",
  ],
  ["not the name of a database", "the database leadrelay, or", "the database leadrelay, or"],
  ["not one with its path", "./leadrelay login", "./leadrelay login"],
  ["not an address", "https://relay.example/leadrelay login", "https://relay.example/leadrelay login"],
  ["not the product", "LeadRelay login", "LeadRelay login"],
])("%s", (_what, text, told) => expect(asCalled(text, { calledAs: "./leadrelay" })).toBe(told));

it("takes a dollar in the name as it is", () =>
  expect(asCalled("leadrelay login", { calledAs: "'./$&/leadrelay'" })).toBe("'./$&/leadrelay' login"));
