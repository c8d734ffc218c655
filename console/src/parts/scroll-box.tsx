import { type ReactNode, useEffect, useRef, useState } from "react";
import { useT } from "../languages/index.ts";

/** A box that scrolls sideways by itself, so that no page does; it takes focus only while it overflows. */
export function ScrollBox({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className={className ?? "tw"}
      {...(overflows ? { tabIndex: 0, role: "region", "aria-label": t("scroll.label", { label }) } : {})}
    >
      {children}
    </div>
  );
}
