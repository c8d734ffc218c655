/** Maps one after another: one reading connection serves them all anyway. */
export async function each<A, B>(many: readonly A[], one: (value: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const value of many) done.push(await one(value));
  return done;
}
