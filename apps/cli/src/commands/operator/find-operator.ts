import type { Cli } from "../../cli.ts";
import { resolveThing } from "../../named/resolve-thing.ts";

/** The id of an operator named by e-mail address, name or id; apart from other names, because what was typed is told again. */
export const findOperator = (cli: Cli, given: string): Promise<string> =>
  resolveThing(cli, "person", given, { flag: "<operator>" });
