import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useT } from "../../languages/index.ts";
import { Act, LongTable, ProblemNote, Section, useTypeName, Waiting } from "../../parts/index.ts";
import { opened } from "./answers.ts";
import { Hit, useHitColumns } from "./hit.tsx";
import { useTotal } from "./total.ts";
import type { Wanted } from "./wanted.ts";

/** All hits of one type: only what is near the screen stands in the document, and what is below is asked for in time. */
export function WholeSection({ wanted, type }: { wanted: Wanted; type: string }) {
  const t = useT();
  const name = useTypeName()(type);
  const written = useTotal();
  const columns = useHitColumns();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(opened(wanted));
  const { open: _, ...all } = wanted;
  const total = data?.pages[0]?.sections[0]?.total;
  const hits = data?.pages.flatMap(({ sections }) => sections[0]?.hits ?? []) ?? [];
  return (
    <Section
      title={name}
      remark={
        <>
          {total && written(total)}{" "}
          <Link to="/search" search={all as never}>
            {t("search.all-types")}
          </Link>
        </>
      }
    >
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      <LongTable label={name} columns={columns} items={hits} keyOf={({ id }) => id}>
        {(hit, place) => <Hit key={hit.id} of={hit} place={place} />}
      </LongTable>
      {hasNextPage && <More busy={isFetchingNextPage} onSeen={() => void fetchNextPage()} />}
    </Section>
  );
}

/** Asks for more as soon as it is near the screen; a button for those who come to it by key. */
function More({ busy, onSeen }: { busy: boolean; onSeen: () => void }) {
  const t = useT();
  const place = useRef<HTMLParagraphElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  // A page later it may be in sight still: then it is asked again.
  useEffect(() => {
    if (!place.current || busy) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(), {
      rootMargin: "600px",
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <p ref={place} className="foot">
      <Act small busy={busy} onPress={onSeen}>
        {t("search.more")}
      </Act>
    </p>
  );
}
