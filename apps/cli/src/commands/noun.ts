import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli } from "../cli.ts";

/** Makes one command with all below it. */
export type Noun = (cli: Cli) => CommandUnknownOpts;
