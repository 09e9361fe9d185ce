/** Which shapes an isolate knows that D1 knows today, and how many answers it has seen of each and not told. */
export interface KnownShapes {
  /** Whether D1 need not be asked of one more. */
  isKnown(destinationId: string, fingerprint: string, day: number): boolean;
  /** One more of one that is known: true once there are enough to be told. */
  count(destinationId: string, fingerprint: string): boolean;
  /** How many were not told; they are told now. */
  take(destinationId: string, fingerprint: string): number;
  /** D1 knows it. */
  learn(destinationId: string, fingerprint: string, day: number): void;
}

const mostDestinations = 500;
const mostOfDestination = 60;
/** What is seen is told in steps that double: a few times a day, however many answers come. */
const firstStep = 4;

interface Shape {
  day: number;
  untold: number;
  step: number;
}

/** An isolate's memory: bounded, and lost with it. */
export function knownShapes(): KnownShapes {
  const destinations = new Map<string, Map<string, Shape>>();
  const find = (destinationId: string, fingerprint: string) =>
    destinations.get(destinationId)?.get(fingerprint);
  return {
    isKnown: (destinationId, fingerprint, day) => {
      const shapes = destinations.get(destinationId);
      // One that answers in ever new shapes is asked of no further.
      return shapes?.get(fingerprint)?.day === day || (shapes?.size ?? 0) >= mostOfDestination;
    },
    count: (destinationId, fingerprint) => {
      const shape = find(destinationId, fingerprint);
      if (shape === undefined) return false;
      shape.untold += 1;
      if (shape.untold < shape.step) return false;
      shape.step *= 2;
      return true;
    },
    take: (destinationId, fingerprint) => {
      const shape = find(destinationId, fingerprint);
      const untold = shape?.untold ?? 0;
      if (shape !== undefined) shape.untold = 0;
      return untold;
    },
    learn: (destinationId, fingerprint, day) => {
      const shapes = destinations.get(destinationId) ?? new Map<string, Shape>();
      shapes.set(fingerprint, { untold: 0, step: firstStep, ...shapes.get(fingerprint), day });
      destinations.delete(destinationId);
      destinations.set(destinationId, shapes);
      const [oldest] = destinations.keys();
      if (destinations.size > mostDestinations && oldest !== undefined) destinations.delete(oldest);
    },
  };
}
