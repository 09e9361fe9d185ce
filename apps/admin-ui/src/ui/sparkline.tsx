import { linePoints } from "../format/line-points.ts";

const looks = { calm: "text-soft", good: "text-good", bad: "text-bad", brand: "text-brand" } as const;
const box = { width: 96, height: 20 };

/** A small line of how something went, for a row of a table. It is a picture of numbers that stand elsewhere: `label` says what they come to. */
export const Sparkline = ({
  values,
  label,
  look = "brand",
}: {
  values: readonly number[];
  label: string;
  look?: keyof typeof looks;
}) => (
  <svg
    role="img"
    aria-label={label}
    viewBox={`-2 -2 ${box.width + 4} ${box.height + 4}`}
    width={box.width}
    height={box.height + 4}
    className={`inline-block ${looks[look]}`}
  >
    <polyline
      points={linePoints(values, box)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
