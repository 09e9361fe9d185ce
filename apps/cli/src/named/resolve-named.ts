import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli } from "../cli.ts";
import { listThings, type Kind } from "./list-things.ts";
import { resolveThing } from "./resolve-thing.ts";

const isKind = (word: string): word is Kind => word in listThings;

/** Of what kind a flag's or an argument's values are, by the word in its brackets; undefined where they name nothing of ours. */
export const kindOfFlag = (flags: string): Kind | undefined => {
  const word = /<([\w-]+)(?:\.{3})?>$/.exec(flags)?.[1] ?? "";
  return isKind(word) ? word : undefined;
};

/** Puts ids in the place of names and keys, wherever a command was given one: before it runs, so that none has to. */
export async function resolveNamed(cli: Cli, command: CommandUnknownOpts): Promise<void> {
  // The client first: the others are looked for among its own.
  const options = command.options.toSorted((a, b) => rank(a.flags) - rank(b.flags));
  const isRead = reading.has(command.name());
  let client: string | undefined;
  for (const option of options) {
    const kind = kindOfFlag(option.flags);
    const given: unknown = command.getOptionValue(option.attributeName());
    if (kind === undefined || given === undefined) continue;
    const found = await resolveEach(given, (one) =>
      resolveThing(cli, kind, one, { flag: option.long ?? option.flags, client, isRead }),
    );
    command.setOptionValue(option.attributeName(), found);
    if (kind === "client" && typeof found === "string") client = found;
  }
  for (const [index, argument] of command.registeredArguments.entries()) {
    const kind = kindOfFlag(`<${argument.name()}>`);
    const given: unknown = command.processedArgs[index];
    if (kind === undefined || given === undefined) continue;
    command.processedArgs[index] = await resolveEach(given, (one) =>
      resolveThing(cli, kind, one, { flag: `<${argument.name()}>`, client }),
    );
  }
}

/** Commands that change nothing: there a part of a name that only one has is enough. */
const reading: ReadonlySet<string> = new Set([
  "allowed",
  "blocked",
  "causes",
  "export",
  "invitations",
  "list",
  "outages",
  "stats",
  "status",
]);

const rank = (flags: string) => (kindOfFlag(flags) === "client" ? 0 : 1);

async function resolveEach(given: unknown, resolve: (one: string) => Promise<string>): Promise<unknown> {
  if (typeof given === "string") return resolve(given);
  if (!Array.isArray(given)) return given;
  const found: string[] = [];
  for (const one of given) found.push(await resolve(String(one)));
  return [...new Set(found)];
}
