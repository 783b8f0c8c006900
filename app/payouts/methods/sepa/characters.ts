/** Letters that are no letter with a mark, as the banks write them (EPC217-08). */
const written: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe' },
  ...{ Œ: 'OE', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', ł: 'l', Ł: 'L', þ: 'th', Þ: 'Th' },
  ...{ 'ı': 'i', '&': '+', '’': "'", '‘': "'", '`': "'", '_': '-', '–': '-', '—': '-' },
}

/**
 * Text in the characters that every bank of SEPA takes (EPC132-08, section 1.4): marks fall away, what has no
 * counterpart is a full stop. At most `max` characters, on one line.
 */
export function sepaText(text: string, max: number): string {
  return [...text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')]
    .map((letter) => written[letter] ?? letter.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
    .join('')
    .replaceAll(/[^a-zA-Z0-9/\-?:().,'+ ]/g, '.')
    .slice(0, max)
    .trim()
}

/** Whether a name can be read once it is written so: one in another script cannot. */
export function isLegible(name: string) {
  const said = sepaText(name, 70)
  return said.replaceAll(/[^a-zA-Z]/g, '').length * 2 >= said.length && said !== ''
}

/** An id of ours as banks carry it: they take no underscore. */
export function sepaId(id: string) {
  return id.replaceAll('_', '-')
}
