import type { CompletionPoint } from "./completion-tree.ts";
import { quoted } from "../../text/shell-words.ts";

/** For bash 3.2 and newer; needs nothing else, and runs nothing at a key press. */
export function bashScript(points: readonly CompletionPoint[]): string {
  const paths = points.flatMap(({ path }) => (path === "" ? [] : [quoted(path)]));
  return `# leadrelay completion for bash: eval "$(leadrelay completion bash)"
_leadrelay() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $word" in ${paths.join("|")}) at="$at $word" ;; esac
  done
  case "$at:$prev" in
${points.flatMap(valueCases).join("\n")}
  *) case "$at" in
${points.map(pointCase).join("\n")}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _leadrelay leadrelay
`;
}

const valueCases = ({ path, flags }: CompletionPoint) =>
  flags
    .filter(({ takesValue }) => takesValue)
    .map((flag) => {
      const patterns = flag.flags.map((text) => quoted(`${path}:${text}`));
      return `  ${patterns.join("|")}) words=${quoted(flag.values.join(" "))} ;;`;
    });

const pointCase = ({ path, words, flags }: CompletionPoint) => {
  const all = [...words.map(({ text }) => text), ...flags.flatMap((flag) => flag.flags)];
  return `    ${quoted(path)}) words=${quoted(all.join(" "))} ;;`;
};
