import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { placesFor, type Place } from "./places.ts";
import { useHome } from "./use-home.ts";
import { shell } from "../texts/shell.ts";

/** Where one can go; only what the role may see. */
export function Nav({ you }: { you: Schemas["You"] }) {
  const { data } = useHome();
  const places = placesFor(you);
  const openLetters = data?.open_dead_letters ?? 0;
  return (
    <nav aria-label={shell.pages} className="grid gap-4">
      <Places
        places={places.filter(({ isSetUp }) => isSetUp !== true)}
        countOf={(to) => (to === "/dead-letters" ? openLetters : 0)}
      />
      <div className="grid gap-0.5">
        <p className="text-soft px-2 pb-1 text-xs">{shell.setUp}</p>
        <Places places={places.filter(({ isSetUp }) => isSetUp === true)} countOf={() => 0} />
      </div>
    </nav>
  );
}

const Places = ({ places, countOf }: { places: readonly Place[]; countOf: (to: Place["to"]) => number }) => (
  <div className="grid gap-0.5">
    {places.map(({ to, title, icon: Icon }) => (
      <Link
        key={to}
        to={to}
        activeOptions={{ exact: to === "/", includeSearch: false }}
        className="text-soft hover:bg-calm-tint hover:text-ink data-[status=active]:bg-calm-tint data-[status=active]:text-ink flex h-8 items-center gap-2.5 rounded-md px-2 font-medium"
      >
        <Icon aria-hidden className="size-4" />
        {title}
        {countOf(to) === 0 ? null : (
          <span className="bg-bad-tint text-bad ms-auto rounded-full px-2 text-xs font-semibold">
            {countOf(to)}
            <span className="sr-only">{shell.open}</span>
          </span>
        )}
      </Link>
    ))}
  </div>
);
