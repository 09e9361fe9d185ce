import type { CommandUnknownOpts } from "@commander-js/extra-typings";

interface Word {
  text: string;
  summary: string;
}

export interface FlagWords {
  /** `-o`, `--output`: all ways to write it. */
  flags: string[];
  summary: string;
  takesValue: boolean;
  /** The values there are; empty when only the caller can know them. */
  values: string[];
}

/** What can stand behind one command. */
export interface CompletionPoint {
  /** The words before, each with a space in front: `` for the program, ` dlq`, ` dlq list`. */
  path: string;
  words: Word[];
  flags: FlagWords[];
}

/** Every command of the tree with what may follow it, the program itself first. */
export function completionTree(program: CommandUnknownOpts): CompletionPoint[] {
  const everywhere = flagsOf(program).filter(({ flags }) => !flags.includes("--help"));
  const pointsOf = (command: CommandUnknownOpts, path: string): CompletionPoint[] => {
    const flags = path === "" ? flagsOf(command) : [...flagsOf(command), ...everywhere];
    const point = { path, words: wordsOf(command), flags };
    return [point, ...command.commands.flatMap((child) => pointsOf(child, `${path} ${child.name()}`))];
  };
  return pointsOf(program, "");
}

const wordsOf = (command: CommandUnknownOpts): Word[] => [
  ...command.commands.map((child) => ({
    text: child.name(),
    summary: child.summary() || child.description(),
  })),
  ...(command.registeredArguments[0]?.argChoices ?? []).map((text) => ({ text, summary: "" })),
];

const flagsOf = (command: CommandUnknownOpts): FlagWords[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      flags: [option.short, option.long].filter((flag) => flag !== undefined),
      summary: option.description,
      takesValue: option.required || option.optional,
      values: [...(option.argChoices ?? [])],
    }));
