import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

const readLimit = (text: string): number => {
  const limit = Number(text);
  if (!/^\d{1,6}$/.test(text) || limit < 1)
    throw new InvalidArgumentError("It should be a whole number from 1.");
  return limit;
};

export const limitOption = () =>
  new Option("--limit <count>", "how many at most").default(50).argParser(readLimit);

export const cursorOption = () => new Option("--cursor <cursor>", "go on where an earlier list ended");

export const clientOption = () => new Option("--client <id>", "of this client only");
