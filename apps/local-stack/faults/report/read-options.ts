export interface Options {
  seed: number;
  leads: number;
  /** Parts of names; empty: all. */
  only: string[];
  atOnce: number;
  json: boolean;
  list: boolean;
}

export const usage = `Usage: pnpm faults [--seed N] [--only NAME]… [--leads N] [--at-once N] [--json] [--list]

  --seed N     what chance comes from (1)
  --only NAME  only faults whose name begins so; may be given again
  --leads N    how many leads all of them post together (12000)
  --at-once N  how many are played side by side (2)
  --json       the result as JSON
  --list       names and sentences, and nothing is played
`;

/** @throws Error with what is wrong with a flag */
export function readOptions(args: readonly string[]): Options {
  const options: Options = { seed: 1, leads: 12_000, only: [], atOnce: 2, json: false, list: false };
  for (let index = 0; index < args.length; index += 1) {
    const flag = args[index];
    const value = () => args[(index += 1)];
    if (flag === "--json") options.json = true;
    else if (flag === "--list") options.list = true;
    else if (flag === "--only") options.only.push(beginning(value()));
    else if (flag === "--seed") options.seed = count(flag, value());
    else if (flag === "--leads") options.leads = count(flag, value());
    else if (flag === "--at-once") options.atOnce = count(flag, value());
    else throw new Error(`${flag} is no flag of this command.`);
  }
  return options;
}

function count(flag: string, value: string | undefined): number {
  const number = Number(value);
  if (!/^\d+$/.test(value ?? "") || number < 1 || number > 1_000_000)
    throw new Error(`${flag} takes a whole number from 1 to 1000000, not ${value ?? "nothing"}.`);
  return number;
}

function beginning(value: string | undefined): string {
  if (value === undefined || value === "") throw new Error("--only takes the beginning of a fault's name.");
  return value;
}
