import type { CompletionPoint, FlagWords } from "./completion-tree.ts";
import { fishQuoted as quoted } from "../../text/shell-words.ts";

/** For fish 3 and newer. */
export function fishScript(points: readonly CompletionPoint[]): string {
  const paths = points.flatMap(({ path }) => (path === "" ? [] : [quoted(path)]));
  return `# leadrelay completion for fish: leadrelay completion fish | source
function __leadrelay_at
  set -l at ''
  for word in (commandline -opc)[2..-1]
    contains -- "$at $word" ${paths.join(" ")}; and set at "$at $word"
  end
  test "$at" = "$argv[1]"
end
complete -c leadrelay -e
complete -c leadrelay -f
${points.flatMap(lines).join("\n")}
`;
}

function lines({ path, words, flags }: CompletionPoint): string[] {
  const here = `complete -c leadrelay -n ${quoted(`__leadrelay_at ${quoted(path)}`)}`;
  return [
    ...words.map(({ text, summary }) => `${here} -a ${quoted(text)} -d ${quoted(summary)}`),
    ...flags.map((flag) => `${here} ${flagArguments(flag)} -d ${quoted(flag.summary)}`),
  ];
}

const flagArguments = ({ flags, takesValue, values }: FlagWords) =>
  [
    ...flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(takesValue ? ["-x"] : []),
    ...(values.length === 0 ? [] : [`-a ${quoted(values.join(" "))}`]),
  ].join(" ");
