import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { percent } from "./route-draft.ts";

const width = 320;
const height = 12;

/** How many leads each would have had, as bars with their numbers beside: the numbers say it, the bars help. */
export const PreviewBars = ({
  title,
  bars,
  all,
}: {
  title: string;
  bars: readonly { id: string; name: string; leads: number }[];
  all: number;
}) => (
  <section aria-label={title} className="border-line bg-surface grid gap-3 rounded-lg border p-4">
    <h3 className="text-soft text-xs font-medium">{title}</h3>
    <ul className="grid gap-2">
      {bars.map(({ id, name, leads }) => (
        <li
          key={id}
          className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_auto]"
        >
          <span className="truncate font-medium" title={name}>
            {name}
          </span>
          <svg
            aria-hidden
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="h-3 w-full"
          >
            <rect width={width} height={height} rx={3} className="fill-calm-tint" />
            <rect
              width={(leads / Math.max(1, all)) * width}
              height={height}
              rx={3}
              className={id === "" ? "fill-warn" : "fill-brand"}
            />
          </svg>
          <span className="text-soft text-end tabular-nums">
            {texts.given(leads)}, {percent(leads / Math.max(1, all))}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
