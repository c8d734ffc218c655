/** An observable so that nobody follows it by mistake: hxxp, [.] in hosts and addresses, [at] in e-mail. */
export function defang(value: string): string {
  const scheme = /^([a-z]+):\/\/([^/?#]*)(.*)$/is.exec(value);
  if (scheme) {
    const [, name = "", host = "", rest = ""] = scheme;
    return `${name.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp")}://${dots(host)}${rest}`;
  }
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    const at = value.lastIndexOf("@");
    return `${value.slice(0, at)}[at]${dots(value.slice(at + 1))}`;
  }
  return /^[\p{L}\p{N}_*-]+(\.[\p{L}\p{N}_-]+)+(:\d+)?(\/\S*)?$/u.test(value) ? hostOnly(value) : value;
}

/** The last dot of a host is enough to stop a link; an IPv4 address likewise. */
const dots = (host: string): string => host.replace(/\.(?=[^.]*$)/, "[.]");

function hostOnly(value: string): string {
  const slash = value.indexOf("/");
  return slash < 0 ? dots(value) : dots(value.slice(0, slash)) + value.slice(slash);
}
