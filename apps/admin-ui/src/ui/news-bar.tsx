import { ArrowUp } from "lucide-react";
import { shared } from "../texts/shared.ts";
import type { News } from "./use-news.ts";

/** Over a list: what came in since it was loaded, to be shown by a press. It takes no room of the list's. */
export const NewsBar = ({ news: { count, isMore, isOther, show } }: { news: News }) => (
  <div role="status" className="sticky top-14 z-10 flex h-0 justify-center print:hidden">
    {count === 0 && !isOther ? null : (
      <button
        type="button"
        onClick={show}
        className="bg-brand text-brand-ink mt-1 flex h-7 items-center gap-1.5 rounded-full px-3 text-xs font-medium shadow-md"
      >
        <ArrowUp aria-hidden className="size-3.5" />
        {count === 0 ? shared.changed : shared.news(count, isMore)}
      </button>
    )}
  </div>
);
