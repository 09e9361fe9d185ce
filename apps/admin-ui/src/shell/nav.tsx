import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { placesFor } from "./places.ts";
import { useClient } from "./use-client.ts";
import { shell } from "../texts/shell.ts";

/** Where one can go; only what the role may see. */
export function Nav({ you }: { you: Schemas["You"] }) {
  const client = useClient();
  const { data } = api.useQuery(
    "get",
    "/api/queue-status",
    { params: { query: client === undefined ? {} : { client_id: client } } },
    { refetchInterval: 60_000 },
  );
  return (
    <nav aria-label={shell.pages} className="grid gap-0.5">
      {placesFor(you).map(({ to, title, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          className="text-soft hover:bg-calm-tint hover:text-ink data-[status=active]:bg-calm-tint data-[status=active]:text-ink flex h-8 items-center gap-2.5 rounded-md px-2 font-medium"
        >
          <Icon aria-hidden className="size-4" />
          {title}
          {to === "/dead-letters" && data !== undefined && data.dead > 0 ? (
            <span className="bg-bad-tint text-bad ms-auto rounded-full px-2 text-xs font-semibold">
              {data.dead}
              <span className="sr-only">{shell.open}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
