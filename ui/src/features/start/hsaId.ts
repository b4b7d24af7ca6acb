import type { HsaIdProblem } from '../../bindings';

/**
 * Why a text is not an HSA-id, or `null`. Tells while the field is still in front of one what the core would refuse at the end
 * of the assistant; the rule is the core's (domain/src/hsa_id.rs), which checks again.
 */
export function hsaIdProblem(text: string): HsaIdProblem | null {
  const id = text
    .replaceAll(/[\s\u200b\ufeff]/g, '')
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .toUpperCase();
  if (id === '') return 'empty';
  // The catalogue writes ten digits, or these with the century digits 16 in front.
  const ten = /^SE(?:16)?(\d{10})-[A-Z0-9]+$/.exec(id)?.[1];
  if (ten === undefined || id.length > 31) return 'form';
  return hasCheckDigit(ten) ? null : 'checkDigit';
}

/** Luhn's algorithm over all ten digits of an organisation number. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
