import type { CompletionPoint } from "./completion-tree.ts";
import { quoted } from "../../text/shell-words.ts";

/** For zsh: in a folder of `$fpath` as `_leadrelay`, or evaluated after `compinit`. */
export function zshScript(points: readonly CompletionPoint[]): string {
  const paths = points.flatMap(({ path }) => (path === "" ? [] : [quoted(path)]));
  return `#compdef leadrelay
# leadrelay completion for zsh: eval "$(leadrelay completion zsh)"
_leadrelay() {
  local at= word
  local -a found
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $word" in (${paths.join("|")}) at="$at $word" ;; esac
  done
  case "$at:\${words[CURRENT-1]}" in
${points.flatMap(valueCases).join("\n")}
  (*) case "$at" in
${points.map(pointCase).join("\n")}
    esac ;;
  esac
  (( $#found )) && _describe leadrelay found
}
if [ "\${funcstack[1]}" = _leadrelay ]; then _leadrelay "$@"; else compdef _leadrelay leadrelay; fi
`;
}

const described = (text: string, summary: string) =>
  quoted(`${text.replaceAll(":", String.raw`\:`)}:${summary}`);

const valueCases = ({ path, flags }: CompletionPoint) =>
  flags
    .filter(({ takesValue }) => takesValue)
    .map((flag) => {
      const patterns = flag.flags.map((text) => quoted(`${path}:${text}`));
      return `  (${patterns.join("|")}) found=(${flag.values.map((value) => described(value, "")).join(" ")}) ;;`;
    });

const pointCase = ({ path, words, flags }: CompletionPoint) => {
  const all = [
    ...words.map(({ text, summary }) => described(text, summary)),
    ...flags.flatMap((flag) => flag.flags.map((text) => described(text, flag.summary))),
  ];
  return `    (${quoted(path)}) found=(${all.join(" ")}) ;;`;
};
