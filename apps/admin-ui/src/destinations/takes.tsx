import { Link } from "@tanstack/react-router";
import { eventTexts } from "../texts/events.ts";
import { destinations as texts } from "../texts/destinations.ts";
import type { PartProps } from "./parts.ts";

/** Which leads and events it takes, how they are written, and by which route; each leads to where that is changed. */
export function Takes({ destination, kind }: PartProps) {
  const { id, shaped, route, event_types } = destination;
  const params = { destinationId: id };
  const link = "text-brand underline-offset-2 hover:underline";
  const tab = (word: "filter" | "mapping" | "events") => (search: { client?: string | undefined }) => ({
    client: search.client,
    tab: word,
  });
  return (
    <ul className="grid gap-1">
      <li>
        <Link to="/destinations/$destinationId" params={params} search={tab("filter")} className={link}>
          {shaped?.has_filter === true ? texts.takesFilter : texts.takesAll}
        </Link>
        {kind.mapping === null ? null : (
          <>
            {", "}
            <Link to="/destinations/$destinationId" params={params} search={tab("mapping")} className={link}>
              {texts.mappedFields(shaped?.mapped_fields ?? 0)}
            </Link>
          </>
        )}
      </li>
      <li>
        <Link to="/destinations/$destinationId" params={params} search={tab("events")} className={link}>
          {event_types.map((type) => eventTexts[type].title).join(", ")}
        </Link>
      </li>
      <li>
        {route === null ? (
          <span className="text-soft">{texts.noRoute}</span>
        ) : (
          <Link to="/routes/$routeId" params={{ routeId: route.id }} className={link}>
            {texts.route(route.name)}
          </Link>
        )}
      </li>
    </ul>
  );
}
