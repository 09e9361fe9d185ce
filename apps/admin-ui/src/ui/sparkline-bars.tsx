/** One bar of a line of bars: what went well below, what failed above it. */
interface Bar {
  good: number;
  bad: number;
}

const width = 5;
const gap = 1;
const height = 24;

/** A row of small bars, drawn; `label` says it all to whoever does not see it. */
export function SparklineBars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ good, bad }) => good + bad));
  const sized = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height));
  const all = bars.length * (width + gap) - gap;
  return (
    <svg
      role="img"
      aria-label={label}
      width={all}
      height={height + 1}
      viewBox={`0 0 ${all} ${height + 1}`}
      className="shrink-0"
    >
      {bars.map(({ good, bad }, index) => {
        const x = index * (width + gap);
        const [ok, failed] = [Math.min(height, sized(good)), sized(bad)];
        return (
          <g key={index}>
            <rect x={x} y={height} width={width} height={1} className="fill-line" />
            <rect x={x} y={height - ok} width={width} height={ok} className="fill-good" />
            <rect
              x={x}
              y={Math.max(0, height - ok - failed)}
              width={width}
              height={Math.min(failed, height)}
              className="fill-bad"
            />
          </g>
        );
      })}
    </svg>
  );
}
