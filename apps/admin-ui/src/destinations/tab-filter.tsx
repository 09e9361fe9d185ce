import { Failed, Loading } from "../ui/notices.tsx";
import type { PartProps } from "./parts.ts";
import { FilterForm } from "./filter-form.tsx";
import { useShape } from "./use-shape.ts";

/** Which leads go there. */
export function TabFilter({ destination }: PartProps) {
  const shape = useShape(destination.id);
  const { data, error, refetch } = shape.shown;
  if (data === undefined)
    return error === null ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />;
  return <FilterForm key={data.version} destination={destination} shown={data} shape={shape} />;
}
