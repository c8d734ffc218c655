import { useEffect } from "react";

/** For pages outside of the shell, where it is not known whether the node holds demonstration data. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Entente`;
  }, [title]);
}
