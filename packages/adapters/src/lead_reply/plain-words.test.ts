import { describe, expect, test } from "vitest";
import { plainWords } from "./plain-words.ts";

describe("a stranger's words in a message to somebody", () => {
  test.each([
    ["a name stays", "Asha Rao", "Asha Rao"],
    ["initials stay, with a blank behind their dots", "K.Ramesh", "K. Ramesh"],
    ["a project with a slash stays", "2/3 BHK Lakeside", "2/3 BHK Lakeside"],
    ["a saint's name is no link", "St.John", "St. John"],
    ["a link of two words with capitals is none any more", "Evil.Com", "Evil. Com"],
    ["a price has a blank more", "1.5 Cr", "1. 5 Cr"],
    ["an address of a page is left out", "https://evil.example/x", ""],
    ["an address without its scheme is left out", "evil.com", ""],
    ["so it is in capitals", "Buy at EVIL.COM", ""],
    ["so it is behind www", "www. evil", ""],
    ["so it is with another script's dot", "evil\u3002com", ""],
    ["so it is in letters of full width", "\uff45\uff56\uff49\uff4c\uff0e\uff43\uff4f\uff4d", ""],
    ["so it is with a path", "bit.ly/abc", ""],
    ["an e-mail address is left out", "write to me@evil.example", ""],
    [
      "a text that is no name is left out",
      "Buy cheap pills now and tell all of your friends about them, they are the best there are",
      "",
    ],
    ["line ends are blanks", "Asha\r\nBcc: x", "Asha Bcc: x"],
  ])("%s", (_what, given, left) => {
    expect(plainWords(given)).toBe(left);
  });
});
