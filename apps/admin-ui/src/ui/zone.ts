import { createContext, useContext } from "react";

/** Whose clocks times are told by, an IANA name; undefined: the reader's own. */
export const ZoneContext = createContext<string | undefined>(undefined);

/** The time zone of the client that is looked at. */
export const useZone = (): string | undefined => useContext(ZoneContext);
