import { getShape, type ReadShape } from "@leadrelay/core/shape/read-shape";

const mostKept = 200;
const read = new Map<string, ReadShape>();

/** A shape as it is stored; kept per isolate, since its templates are parsed. Throws for one that cannot be read, each time. */
export function readStoredShape(shapeJson: string): ReadShape {
  const known = read.get(shapeJson);
  if (known !== undefined) return known;
  const shape = getShape(shapeJson);
  const [oldest] = read.keys();
  if (read.size >= mostKept && oldest !== undefined) read.delete(oldest);
  read.set(shapeJson, shape);
  return shape;
}
