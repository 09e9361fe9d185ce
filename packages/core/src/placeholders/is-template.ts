/** What template engines, tag managers and mailers leave where a value was not filled in: never part of a value of a person's. */
export const engine = /\{\{|\}\}|\$\{|#\{|\{%|%\}|<%|%>|<\?|\?>|\[\[|\]\]|\*\||\|\*|%%/;

/** The same with one sign on either side: `%VISITOR_ID%`, `[visitor_id]`, `{name}`, `<email>`, `__VISITOR__`, `$name`. */
const enclosed = /^(?:\{!?(.+)\}|\[(.+)\]|<(.+)>|%(.+)%|#(.+)#|__(.+)__|[$:@]!?([\p{L}_.]+)\$?)$/u;

/** A name as variables have it. Browsers' ids stand in braces too (`{3F2504E0-4F89-…}`), full of digits. */
const variable = /^[\p{L}\p{M}_][\p{L}\p{M}\s_.:|()'"-]*\d{0,2}$/u;

/** One of these is in whatever either of the two finds: most texts are spared both. */
const signs = /[{}%<>[\]|#$:@_?]/;

/** Whether a plain text is a template's variable that nobody filled in. */
export function isTemplate(text: string): boolean {
  if (!signs.test(text)) return false;
  if (engine.test(text)) return true;
  const inside = enclosed
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  return inside !== undefined && variable.test(inside.trim());
}
