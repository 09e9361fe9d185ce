/** A binding whose named methods reject, as a service that is away does. */
export function failing<Binding extends object>(
  binding: Binding,
  methods: readonly (keyof Binding)[],
  error = new Error("D1_ERROR: Network connection lost."),
): Binding {
  return new Proxy(binding, {
    get(target, key) {
      if (methods.includes(key as keyof Binding)) return () => Promise.reject(error);
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** A binding whose named methods never answer. */
export function hanging<Binding extends object>(
  binding: Binding,
  methods: readonly (keyof Binding)[],
): Binding {
  return new Proxy(binding, {
    get(target, key) {
      if (methods.includes(key as keyof Binding)) return () => new Promise<never>(() => {});
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
