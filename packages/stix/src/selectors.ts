/**
 * True when a granular marking's selector (STIX 7.2.3.1) points at something in the object: property names and list
 * positions `[n]`, separated by dots. Compared component by component, so `labels.[1]` is not `labels.[10]`.
 */
export function selectorResolves(object: object, selector: string): boolean {
  let value: unknown = object;
  for (const component of selector.split(".")) {
    const index = /^\[(\d+)\]$/.exec(component)?.[1];
    if (typeof value !== "object" || value === null) return false;
    if (Array.isArray(value) !== (index !== undefined)) return false;
    const key = index ?? component;
    if (!Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}
