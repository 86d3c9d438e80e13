/** Text without case and accents, so that `Élan` is found by `elan`; of plain text without allocation of more than its lower case. */
export function foldText(text: string): string {
  const lowered = text.toLowerCase();
  return isAscii.test(lowered)
    ? lowered
    : lowered
        .normalize('NFD')
        .replaceAll(/\p{M}+/gu, '')
        .normalize('NFC');
}

/** Control characters too. */
const isAscii = /^[\u0000-\u007f]*$/;
