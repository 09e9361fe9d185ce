import { api, type Schemas } from "../api.ts";

/** What there is to send leads to; part of the software, so it is asked once. */
export const useKinds = () =>
  api.useQuery("get", "/api/destination-kinds", undefined, { staleTime: 3_600_000 });

/** One of them. */
export const useKind = (kind: string | undefined): Schemas["DestinationKind"] | undefined =>
  useKinds().data?.items.find((one) => one.kind === kind);
