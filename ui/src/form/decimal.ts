/** A decimal number, exactly: up to twelve digits before the comma and six after, as in the core. */
export function decimal(text: string): { millionths: bigint; decimals: number } | null {
  const typed = text.replaceAll(/\s/g, '').replace('\u2212', '-').replace(',', '.');
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(typed);
  if (!parts) return null;
  const [, sign, whole = '', fraction = ''] = parts;
  const millionths = BigInt(whole + fraction.padEnd(6, '0'));
  return {
    millionths: sign === '-' ? -millionths : millionths,
    decimals: fraction.replace(/0+$/, '').length,
  };
}
