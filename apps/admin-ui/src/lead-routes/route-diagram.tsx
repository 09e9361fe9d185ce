import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { percent, sharesOf, type RouteDraft } from "./route-draft.ts";

const row = 44;
const left = { x: 0, width: 72 };
const right = { x: 210, width: 220 };
const thickest = 14;
const longestName = 26;

/** Who gets a lead, drawn: lines as thick as shares, or a chain in its order. The label says it all. */
export function RouteDiagram({ mode, members }: Pick<RouteDraft, "mode" | "members">) {
  const shares = sharesOf({ mode, members });
  const height = Math.max(1, members.length) * row;
  const middle = (index: number) => index * row + row / 2;
  const from = mode === "first_accepting" ? middle(0) : height / 2;
  return (
    <svg
      role="img"
      aria-label={labelOf({ mode, members })}
      viewBox={`0 0 ${right.x + right.width} ${height}`}
      width={right.x + right.width}
      height={height}
      className="h-auto max-w-full"
    >
      <rect x={left.x + 1} y={from - 15} width={left.width} height={30} rx={8} className="fill-brand-tint" />
      <text x={left.width / 2} y={from + 4} textAnchor="middle" className="fill-brand text-xs font-medium">
        {texts.leads}
      </text>
      {members.map(({ id, name }, index) => {
        const share = shares[index];
        const isLater = mode === "first_accepting" && index > 0;
        return (
          <g key={id}>
            {isLater ? (
              <>
                <path
                  d={`M ${right.x + 16} ${middle(index - 1) + 15} V ${middle(index) - 15}`}
                  strokeDasharray="3 3"
                  className="stroke-soft fill-none"
                />
                <text x={right.x + 24} y={middle(index) - row / 2 + 3} className="fill-soft text-[10px]">
                  {texts.next}
                </text>
              </>
            ) : (
              <path
                d={`M ${left.width} ${from} C ${left.width + 70} ${from} ${right.x - 70} ${middle(index)} ${right.x} ${middle(index)}`}
                strokeWidth={share == null ? 2 : Math.max(1, share * thickest)}
                strokeDasharray={share === 0 ? "3 3" : undefined}
                className="stroke-brand fill-none"
                opacity={0.45}
              />
            )}
            <rect
              x={right.x}
              y={middle(index) - 13}
              width={right.width - 1}
              height={26}
              rx={7}
              className="fill-surface stroke-line"
            />
            <text x={right.x + 10} y={middle(index) + 4} className="fill-ink text-xs">
              {name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}
            </text>
            {share == null || mode === "all" ? null : (
              <text
                x={right.x + right.width - 10}
                y={middle(index) + 4}
                textAnchor="end"
                className="fill-soft text-xs tabular-nums"
              >
                {percent(share)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function labelOf({ mode, members }: Pick<RouteDraft, "mode" | "members">): string {
  const names = members.map(({ name }) => name);
  if (mode !== "weighted") return texts.diagram[mode](names.join(", "));
  const shares = sharesOf({ mode, members });
  return texts.diagram.weighted(names.map((name, at) => `${name} ${percent(shares[at] ?? 0)}`).join(", "));
}
