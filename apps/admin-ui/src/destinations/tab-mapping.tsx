import { Failed, Loading } from "../ui/notices.tsx";
import { MappingForm } from "./mapping-form.tsx";
import type { PartProps } from "./parts.ts";
import { useShape } from "./use-shape.ts";

/** How leads are written for it. */
export function TabMapping({ destination, kind }: PartProps) {
  const shape = useShape(destination.id);
  const { data, error, refetch } = shape.shown;
  if (data === undefined)
    return error === null ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />;
  return (
    <MappingForm
      key={data.version}
      destination={destination}
      shown={data}
      shape={shape}
      stands={kind.mapping ?? "body"}
    />
  );
}
