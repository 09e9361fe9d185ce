import { shared } from "../texts/shared.ts";

/** A command of the command line, as the API's sentences quote it. */
const quoted = "`leadrelay[^`]*`";
const aside = new RegExp(` \\((?:[^()]*${quoted}[^()]*)\\)`, "g");
const release = /`leadrelay unsent release [^`]*` sends this one on purpose\./g;
const byCommand = new RegExp(` (?:with|by) ${quoted}`, "g");

/**
 * What the API says to do, for people who press buttons: without the commands that it names for a terminal, and without the sentences
 * that are about nothing else. What would be left empty stays as it was.
 */
export function inPlainWords(text: string): string {
  const left = text
    .replaceAll(release, shared.onPurpose)
    .replaceAll(aside, "")
    .split(/(?<=[.!?]) (?=[A-Z`])/)
    .map((sentence) => sentence.replaceAll(byCommand, ""))
    .filter((sentence) => !sentence.includes("`leadrelay"))
    .join(" ");
  return left === "" ? text : left;
}
