import type { Candidate } from "./model.ts";

const OBJECTS_PER_SLICE = 100;

/**
 * The order in which objects go: what is referred to before what refers to it, and those that refer to each other in
 * one slice, so that at every commit all references of an open row are known (R12). Tarjan's algorithm, without
 * recursion: a chain may be as long as the release.
 */
export function slicesInReferenceOrder(candidates: readonly Candidate[]): Candidate[][] {
  const slices: Candidate[][] = [[]];
  for (const component of components(candidates)) {
    const current = slices.at(-1) as Candidate[];
    if (current.length > 0 && current.length + component.length > OBJECTS_PER_SLICE) slices.push(component);
    else current.push(...component);
  }
  return slices.filter((slice) => slice.length > 0);
}

type Visit = { readonly candidate: Candidate; readonly index: number; low: number; next: number; onStack: boolean };

function components(candidates: readonly Candidate[]): Candidate[][] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const visits = new Map<string, Visit>();
  const stack: Visit[] = [];
  const found: Candidate[][] = [];
  const begin = (candidate: Candidate): Visit => {
    const visit = { candidate, index: visits.size, low: visits.size, next: 0, onStack: true };
    visits.set(candidate.id, visit);
    stack.push(visit);
    return visit;
  };
  for (const root of candidates) {
    if (visits.has(root.id)) continue;
    const path = [begin(root)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const reference = visit.candidate.references[visit.next];
      visit.next += 1;
      if (reference) {
        const target = byId.get(reference.id);
        const seen = target && visits.get(target.id);
        if (target && !seen) path.push(begin(target));
        else if (seen?.onStack) visit.low = Math.min(visit.low, seen.index);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) parent.low = Math.min(parent.low, visit.low);
      if (visit.low === visit.index) found.push(popComponent(stack, visit));
    }
  }
  return found;
}

function popComponent(stack: Visit[], root: Visit): Candidate[] {
  const component: Candidate[] = [];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    visit.onStack = false;
    component.push(visit.candidate);
    if (visit === root) break;
  }
  return component.reverse();
}
