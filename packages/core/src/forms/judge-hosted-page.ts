import type { HostedField } from "@leadrelay/contracts/hosted-page";
import { comparableName } from "../fields/aliases.ts";
import { comparablePath } from "../fields/comparable-path.ts";
import { compileMapping, findField } from "../fields/field-mapping.ts";

/** Names that mean something on the page itself, or beside it. */
const reserved: ReadonlySet<string> = new Set(["consent", "_next"]);

/** What is wrong with the fields of a hosted page, as a form's mapping reads them: of one of them, by its place, or of all of them (`index` null). */
export function judgeHostedFields(
  fields: readonly HostedField[],
  fieldMapping: Readonly<Record<string, string>>,
): { index: number | null; fault: string }[] {
  const mapping = compileMapping(fieldMapping);
  const kinds = fields.map(({ name }) => findField(name, mapping));
  const names = fields.map(({ name }) => comparablePath(comparableName(name)));
  const faults: { index: number | null; fault: string }[] = fields.flatMap(({ kind, options }, index) => {
    const name = names[index] ?? "";
    const tell = (fault: string) => [{ index, fault }];
    if (names.indexOf(name) < index) return tell("has the name of a field before it");
    if (reserved.has(name) || name.startsWith("__"))
      return tell("has a name that is kept for the page itself");
    if (kinds[index] === "honeypot")
      return tell(
        "is the form's honeypot: whoever fills it is taken for a bot, and the page has one of its own",
      );
    return kind === "select" && options.length === 0 ? tell("has nothing to choose from") : [];
  });
  const reaches = kinds.some((kind) => kind === "email" || kind === "phone");
  return reaches
    ? faults
    : [
        ...faults,
        {
          index: null,
          fault:
            "hold neither an e-mail address nor a phone number, as the form's mapping reads them: nobody could be reached, and every post would be refused",
        },
      ];
}
