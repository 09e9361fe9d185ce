import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { withoutUndefined } from "./without-undefined.ts";

export const readCount = (text: string): number => {
  const count = Number(text);
  if (!/^\d{1,6}$/.test(text) || count < 1)
    throw new InvalidArgumentError("It should be a whole number from 1.");
  return count;
};

export const limitOption = () =>
  new Option("--limit <count>", "how many at most").default(50).argParser(readCount);

export const cursorOption = () => new Option("--cursor <cursor>", "go on where an earlier list ended");

export const clientOption = () => new Option("--client <client>", "of this client only");

export const deletedOption = () => new Option("--deleted", "deleted ones too");

/** What a list of a client's things is asked for. */
export const ownedFilter = ({
  client,
  deleted,
}: {
  client?: string | undefined;
  deleted?: true | undefined;
}) => withoutUndefined({ client_id: client, deleted: deleted === true ? ("true" as const) : undefined });
