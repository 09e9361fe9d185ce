import { describe, expect, it } from "vitest";
import { namesDiffer } from "./names-differ.ts";

describe("two names are one person's", () => {
  it.each<[string, string | null, string | null]>([
    ["that are the same", "Asha Rao", "Asha Rao"],
    ["of which one is missing", null, "Asha"],
    ["that are both missing", null, null],
    ["of which one holds no letter", "—", "Asha"],
    ["of which one is blank", " ", "Asha"],
    ["that share a word", "Asha Rao", "Rao"],
    ["of which one has an initial for the first name", "A. Rao", "Asha Rao"],
    ["that stand in another order", "Rao, Asha", "Asha Rao"],
    ["in capitals", "ASHA", "asha"],
    ["with sharp s in capitals", "WEISS", "Weiß"],
    ["without its accents", "José García", "Jose Garza"],
    ["with accents that stand for themselves", "Jose\u0301", "José"],
    ["with letters that cannot be taken apart", "Łukasz Sørensen", "Lukasz S"],
    ["with a Danish o as others type it", "Øst", "Ost"],
    ["with a barred d", "Đorđe", "Dorde"],
    ["with an Icelandic d", "Guðrún", "Gudrun"],
    ["with an Icelandic th", "Þór", "Thor"],
    ["with a Maltese h", "Ħamrun", "Hamrun"],
    ["with a Sami t", "Máŧŧe", "Matte"],
    ["with a French ligature", "Lebœuf", "Leboeuf"],
    ["with an umlaut spelled out", "Jürgen Müller", "Juergen Mueller"],
    ["with Danish and Norwegian letters spelled out", "Søren Håkon", "Soeren Haakon"],
    ["with a ligature", "Æon", "Aeon"],
    ["with a Turkish capital", "İPEK", "ipek"],
    ["with a dotless i", "Işık", "ISIK"],
    ["in full-width letters", "Ａｓｈａ", "Asha"],
    ["with signs that are not seen", "As\u200Bha", "Asha"],
    ["that are split elsewhere", "Mary-Ann", "MaryAnn"],
    ["with another apostrophe", "O’Brien", "O'Brien"],
    ["without its apostrophe", "OBrien", "O'Brien"],
    ["with an accent typed as apostrophe", "O´Brien", "O'Brien"],
    ["of two letters, which is all there is of one", "Li", "Li Wei"],
    ["of two letters each", "Xi Wu", "Wu Xi"],
    ["of an initial alone", "A.", "a"],
    ["of one sign, where that is a whole name", "李 伟", "李 Wei"],
    ["of Hangul, split or not", "김 철수", "김철수"],
    ["with Arabic vowels or without", "مُحَمَّد علي", "محمد"],
    ["of a form of address, which is all there is of one", "Prof", "Prof Rao"],
    ["with another form of address", "Mrs Rao", "Asha Rao"],
    ["of digits", "Flat 1200", "1200"],
  ])("%s", (_, one, other) => {
    expect([namesDiffer(one, other), namesDiffer(other, one)]).toEqual([false, false]);
  });
});

describe("two names are two people's", () => {
  it.each<[string, string, string]>([
    ["that share no word", "Asha Rao", "Ravi Kumar"],
    ["of one word each", "Anna", "Bob"],
    ["of which one holds the other within a word", "Ann", "Anna"],
    ["that share an initial alone", "A. Rao", "A. Kumar"],
    ["that share a form of address alone", "Mr Rao", "Mr. Kumar"],
    ["that share a longer form of address alone", "Mrs Anna", "MRS. Bina"],
    ["that share one of another language alone", "Señora Ruiz", "senora Paz"],
    ["that share a Turkish one alone", "Ayşe Hanım", "FATMA HANIM"],
    ["that share a longer particle alone", "Anna van der Berg", "Jan van der Meer"],
    ["that share a middle name of half a country's alone", "Nguyen Van An", "Tran Van Binh"],
    ["that share a particle alone", "Maria da Silva", "João da Costa"],
    ["that share a Greek or Cyrillic initial alone", "И. Петров", "И. Иванов"],
    ["that share a Greek initial alone", "Α Παππας", "Α Νικου"],
    ["whose initial is the other's name's", "A.", "Asha"],
    ["in kana that differ by a mark alone", "かき", "がき"],
    ["in a script whose vowels are marks", "रवि", "राव"],
    ["of digits and of letters", "12345", "Asha"],
  ])("%s", (_, one, other) => {
    expect([namesDiffer(one, other), namesDiffer(other, one)]).toEqual([true, true]);
  });

  it("by their first 300 letters, however many they come apart into", () => {
    const beginning = "Anna ".repeat(60);
    expect(namesDiffer(`Bob ${beginning}`, `Cid ${"x".repeat(300)} Anna`)).toBe(true);
    expect(namesDiffer(`${beginning}Bob`, `${beginning}Cid`)).toBe(false);
    expect(namesDiffer(`Bob${" ".repeat(294)}Rao`, "Asha Rao")).toBe(false);
    expect(namesDiffer(`Bob${" ".repeat(297)}Rao`, "Asha Rao")).toBe(true);
    expect(namesDiffer(`${"\ufdfa".repeat(60)} Bob`, "Bob")).toBe(true);
    expect(namesDiffer(`${"각".repeat(296)} Bob`, "Bob")).toBe(false);
  });

  it("however long they are", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(" ");
    expect(namesDiffer(long("asha"), long("ravi"))).toBe(true);
  });
});
