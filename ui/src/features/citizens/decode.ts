/**
 * The text of a file from a journal system. Newer ones write UTF-8; older ones and Excel's plain CSV write windows-1252, where
 * å, ä and ö are no valid UTF-8, so that the two are told apart by trying. Excel's "Unicode text" begins with its mark.
 */
export function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
