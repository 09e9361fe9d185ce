import { Failed, Loading } from "../ui/notices.tsx";
import { MappingForm } from "./mapping-form.tsx";
import type { PartProps } from "./parts.ts";
import { useShape } from "./use-shape.ts";

/** How leads are written for it. */
export function TabMapping({ destination, kind }: PartProps) {
  const shape = useShape(destination.id);
  const { error, refetch } = shape.shown;
  const { base } = shape;
  if (base === undefined)
    return error === null ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />;
  return (
    <MappingForm
      key={base.version}
      destination={destination}
      shown={base}
      shape={shape}
      stands={kind.mapping ?? "body"}
    />
  );
}
