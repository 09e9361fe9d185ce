/** What of an address names a thing of one client; an id of another's would find nothing, or be sent to a colleague beside the wrong client. */
const things = ["open", "plan", "letter", "form", "destination", "view", "about", "lead", "id"];

type Search = Readonly<Record<string, unknown>>;

/**
 * Where one is after the client that is looked at was changed: the same list without what only the client before had, or, from the page of
 * one of its things, the list that thing is of. All clients' lists still hold what is filtered for, and keep it.
 */
export function afterSwitch(
  { pathname, search }: { pathname: string; search: Search },
  client: { id: string; stages: readonly string[] } | undefined,
): { pathname: string; search: Record<string, unknown> } {
  const [, list = "", thing] = pathname.split("/");
  if (thing !== undefined && thing !== "new") return { pathname: `/${list}`, search: { client: client?.id } };
  if (client === undefined) return { pathname, search: { ...without(search, ["open"]), client: undefined } };
  const { stage } = search;
  const isOthers = typeof stage === "string" && !client.stages.includes(stage);
  const kept = without(search, isOthers ? [...things, "stage"] : things);
  return { pathname, search: { ...kept, client: client.id } };
}

const without = (search: Search, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
