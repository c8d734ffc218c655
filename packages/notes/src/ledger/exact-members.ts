/** True when the value is a plain object with exactly these members: whatever else it held would go unread, but signed. */
export function hasExactly<Member extends string>(
  value: unknown,
  members: readonly Member[],
): value is Record<Member, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === members.length && members.every((member) => Object.hasOwn(value, member));
}
