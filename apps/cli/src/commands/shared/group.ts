import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import type { Noun } from "../noun.ts";

/** A noun with its verbs; help of the program names them behind its description. */
export const group =
  (name: string, description: string, verbs: readonly Noun[]): Noun =>
  (cli: Cli): CommandUnknownOpts => {
    const noun = new Command(name).description(description);
    for (const verb of verbs) noun.addCommand(verb(cli));
    return noun.summary(`${description}: ${noun.commands.map((verb) => verb.name()).join(", ")}`);
  };
