// Whether an object has something under a key, also in browsers that do not have `Object.hasOwn` yet.

/** Tells whether an object itself has something under this key; what all objects have does not count. */
export function isOwnKey<Holder extends object>(holder: Holder, key: PropertyKey): key is keyof Holder {
  return Object.prototype.hasOwnProperty.call(holder, key);
}
