import { Tokenizer, TypeGuards } from "liquidjs";
import { nearestNames } from "../wording/nearest-names.ts";
import { allowedTags, blockTags } from "./allowed-words.ts";
import { templateEngine } from "./template-engine.ts";
import { templateLimits } from "./template-limits.ts";

/** What of a template's tags is not allowed: a tag, or conditions too deep in one another; undefined: nothing. */
export function checkTags(text: string): string | undefined {
  const { options } = templateEngine();
  let depth = 0;
  for (const token of new Tokenizer(text, options.operators).readTopLevelTokens(options)) {
    if (!TypeGuards.isTagToken(token)) continue;
    const opened = token.name.startsWith("end") ? token.name.slice(3) : undefined;
    if (!allowedTags.includes(opened ?? token.name)) return notAllowed(token.name);
    if (opened !== undefined) depth -= 1;
    else if (blockTags.includes(token.name)) depth += 1;
    if (depth > templateLimits.depth)
      return `has more than ${templateLimits.depth} conditions within one another`;
  }
  return undefined;
}

function notAllowed(name: string): string {
  const [near] = nearestNames(name, allowedTags);
  const hint = near === undefined ? "" : `; did you mean {% ${near} %}?`;
  return `has {% ${name.slice(0, 40)} %}, which is not among the tags that are allowed: ${shown}${hint}`;
}

const shown = "if, elsif, else, unless, case, when, assign, comment, raw";
