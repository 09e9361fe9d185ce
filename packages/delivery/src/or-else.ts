/** What is made beside a try must not undo it: where that throws, the other is taken. */
export function orElse<Made>(make: () => Made, otherwise: Made): Made {
  try {
    return make();
  } catch {
    return otherwise;
  }
}
