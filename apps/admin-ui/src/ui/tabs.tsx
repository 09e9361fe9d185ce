import { Link, type RegisteredRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";

type Routes = RegisteredRouter["routesById"];
type TabOf<Search> = Search extends unknown ? ("tab" extends keyof Search ? Search["tab"] : never) : never;

/** Words that `tab` may be in some address. */
type AnyTab = Extract<TabOf<Routes[keyof Routes]["types"]["fullSearchSchema"]>, string>;

/** On a phone there are more than are seen at once. */
const intoView = (link: HTMLAnchorElement | null) =>
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });

/** Parts of a page of which one is shown; each has an address of its own, so they are links. */
export const Tabs = <Word extends AnyTab>({
  label,
  tabs,
  chosen,
}: {
  label: string;
  tabs: readonly (readonly [word: Word, title: ReactNode])[];
  chosen: Word;
}) => (
  <nav aria-label={label} className="border-line bg-surface overflow-x-auto border-b px-3">
    <ul className="flex gap-1">
      {tabs.map(([word, title]) => (
        <li key={word}>
          <Link
            to="."
            search={(before) => ({ ...before, tab: word })}
            replace
            aria-current={word === chosen ? "page" : undefined}
            ref={word === chosen ? intoView : undefined}
            className="text-soft hover:text-ink aria-[current]:border-brand aria-[current]:text-ink -mb-px flex h-10 items-center border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
