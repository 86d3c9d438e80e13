/** Elements, attributes and declarations of SVG through which a picture runs scripts or embeds other documents when it is opened by itself. */
const active =
  /<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|handler|set|animate\w*)\b|\son[a-z]+\s*=|<!(?:entity|attlist)|<\?xml-stylesheet|href\s*=\s*["']?\s*data\s*:/i;
/** Browsers leave line ends and tabs out of an address before they look for its scheme. */
const scriptAddress = new RegExp(Array.from('javascript:').join('[\\t\\n\\r ]*'), 'i');
/** XML that says it is in another encoding reads as another text. */
const otherEncoding = /<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i;

/** Whether an SVG could do more than show a picture. Errs on the side of caution: a picture that animates or is not in UTF-8 is refused as well. */
export function isActiveSvg(bytes: Uint8Array): boolean {
  let written: string;
  try {
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return true;
  }
  const text = withoutReferences(written);
  return written.includes('\0') || otherEncoding.test(written) || active.test(text) || scriptAddress.test(text);
}

/** The text with numeric character references replaced by what they stand for. */
function withoutReferences(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
}
