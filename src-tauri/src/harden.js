// Freezes the root of all objects before any of the page's own code runs, so that nothing that a stranger wrote can give every
// object a property. Tauri's `freezePrototype` does only the freezing, and then an object can no longer be given a `toString`
// of its own by assignment, which libraries do (the drag library's signals, for one): a frozen property that is inherited
// refuses it. Here each such property becomes an accessor that gives the object its own instead.
for (const name of Object.getOwnPropertyNames(Object.prototype)) {
  const { value } = Object.getOwnPropertyDescriptor(Object.prototype, name);
  if (value === undefined) continue;
  Object.defineProperty(Object.prototype, name, {
    get: () => value,
    set(own) {
      if (this === Object.prototype) throw new TypeError('Object.prototype is frozen');
      Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
    },
  });
}
Object.freeze(Object.prototype);
