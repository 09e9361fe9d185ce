/** Where values lie in a box of that size, as an SVG polyline's points; the greatest touches the top, nothing the bottom. */
export function linePoints(
  values: readonly number[],
  { width, height }: { width: number; height: number },
): string {
  const most = Math.max(1, ...values);
  const step = values.length < 2 ? 0 : width / (values.length - 1);
  return values
    .map((value, index) => `${round(index * step)},${round(height - (Math.max(0, value) / most) * height)}`)
    .join(" ");
}

const round = (length: number) => Math.round(length * 10) / 10;
