/** Elements and attributes of SVG through which a picture runs scripts or embeds other documents when it is opened by itself. */
const active =
  /<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|handler|set|animate\w*)\b|\son[a-z]+\s*=|javascript\s*:|<!entity|<\?xml-stylesheet|href\s*=\s*["']?\s*data\s*:/i;

/** Whether an SVG could do more than show a picture. Errs on the side of caution: a picture that animates is refused as well. */
export function isActiveSvg(text: string): boolean {
  return active.test(text);
}
