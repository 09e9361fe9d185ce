import type { Outside } from "../outside/outside.ts";

/** Our own command lines in what is told to a person: `leadrelay` before a command, an option or its usage, and nowhere else. */
const ourCommand = /(?<![\w./@-])leadrelay(?= (?:[a-z]|--|<|\[))/g;

/** The text with every command of ours as it must be typed here, the API's texts too: it names `leadrelay` alone. */
export const asCalled = (text: string, { calledAs }: Pick<Outside, "calledAs">): string =>
  text.replaceAll(ourCommand, () => calledAs);
