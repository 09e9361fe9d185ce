import type { ReactNode } from "react";
import { shared } from "../texts/shared.ts";

/** A page's head, with its actions, and what scrolls below it. */
export const Page = ({
  title,
  beside,
  actions,
  children,
}: {
  title: string;
  beside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <>
    <title>{shared.tab(title)}</title>
    <header className="border-line bg-surface sticky top-0 z-10 flex min-h-13 flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2.5">
      <h1 className="text-[15px] font-semibold">{title}</h1>
      <div className="text-soft">{beside}</div>
      <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>
    </header>
    {children}
  </>
);

const widths = { wide: "max-w-6xl", narrow: "mx-auto max-w-2xl" } as const;

/** What stands on a page that is no list: as wide as lines can be read, and begun where the page's title begins; what is narrow stands in its middle. */
export const PageBody = ({
  width = "wide",
  children,
}: {
  width?: keyof typeof widths;
  children: ReactNode;
}) => <div className={`grid w-full gap-6 p-4 *:min-w-0 ${widths[width]}`}>{children}</div>;
