/** How long so many sends take at a pace (ms). */
export const slotsMs = (sends: number, perSecond: number): number => Math.ceil((sends * 1000) / perSecond);
