import { Failed, Loading } from "../ui/notices.tsx";
import type { PartProps } from "./parts.ts";
import { FilterForm } from "./filter-form.tsx";
import { useShape } from "./use-shape.ts";

/** Which leads go there. */
export function TabFilter({ destination }: PartProps) {
  const shape = useShape(destination.id);
  const { error, refetch } = shape.shown;
  const { base } = shape;
  if (base === undefined)
    return error === null ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />;
  return <FilterForm key={base.version} destination={destination} shown={base} shape={shape} />;
}
