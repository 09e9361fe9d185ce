type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/** The values that were given: what is undefined would otherwise be sent as text. */
export const withoutUndefined = <Values extends object>(values: Values): Given<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Values>;
