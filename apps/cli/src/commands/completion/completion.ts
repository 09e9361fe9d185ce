import { Argument, Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { bashScript } from "./bash-script.ts";
import { completionTree } from "./completion-tree.ts";
import { fishScript } from "./fish-script.ts";
import { zshScript } from "./zsh-script.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
const shells = ["bash", "zsh", "fish"] as const satisfies (keyof typeof scripts)[];

export const completion = (cli: Cli) =>
  new Command("completion")
    .description("print what makes your shell complete `leadrelay` at the tab key")
    .addArgument(new Argument("<shell>", "yours").choices(shells))
    .addHelpText(
      "after",
      `
bash:  eval "$(leadrelay completion bash)"        in ~/.bashrc
zsh:   eval "$(leadrelay completion zsh)"         in ~/.zshrc, after compinit
fish:  leadrelay completion fish | source         in ~/.config/fish/config.fish`,
    )
    .action((shell, _options, command) => {
      const program = command.parent;
      if (program === null) throw new Error("completion stands below the program");
      cli.outside.stdout.write(scripts[shell](completionTree(program)));
    });
