// Codes of states and organisations as they stand in a machine-readable zone (ICAO Doc 9303, part 3, section 5).

/** ISO 3166-1 alpha-3, one code after the other. */
const ISO =
  'ABWAFGAGOAIAALAALBANDAREARGARMASMATAATFATGAUSAUTAZEBDIBELBENBESBFABGDBGRBHRBHSBIHBLMBLRBLZBMUBOLBRABRBBRNBTNBVTBWA' +
  'CAFCANCCKCHECHLCHNCIVCMRCODCOGCOKCOLCOMCPVCRICUBCUWCXRCYMCYPCZEDEUDJIDMADNKDOMDZAECUEGYERIESHESPESTETHFINFJIFLKFRA' +
  'FROFSMGABGBRGEOGGYGHAGIBGINGLPGMBGNBGNQGRCGRDGRLGTMGUFGUMGUYHKGHMDHNDHRVHTIHUNIDNIMNINDIOTIRLIRNIRQISLISRITAJAMJEY' +
  'JORJPNKAZKENKGZKHMKIRKNAKORKWTLAOLBNLBRLBYLCALIELKALSOLTULUXLVAMACMAFMARMCOMDAMDGMDVMEXMHLMKDMLIMLTMMRMNEMNGMNPMOZ' +
  'MRTMSRMTQMUSMWIMYSMYTNAMNCLNERNFKNGANICNIUNLDNORNPLNRUNZLOMNPAKPANPCNPERPHLPLWPNGPOLPRIPRKPRTPRYPSEPYFQATREUROURUS' +
  'RWASAUSDNSENSGPSGSSHNSJMSLBSLESLVSMRSOMSPMSRBSSDSTPSURSVKSVNSWESWZSXMSYCSYRTCATCDTGOTHATJKTKLTKMTLSTONTTOTUNTURTUV' +
  'TWNTZAUGAUKRUMIURYUSAUZBVATVCTVENVGBVIRVNMVUTWLFWSMYEMZAFZMBZWE';

/** Kinds of British nationals, unions, the United Nations, organisations, and persons without a nationality. */
const BEYOND_ISO = 'GBDGBNGBOGBPGBSEUERKSUNAUNKUNOXBAXCCXCEXCOXDCXECXESXIMXMPXOMXPOXXAXXBXXCXXX';

/** Of a person without a nationality: stateless, refugee, refugee by another ground, unspecified. */
const WITHOUT_NATIONALITY: readonly string[] = ['XXA', 'XXB', 'XXC', 'XXX'];

/** A code as ISO 3166-1 has it, without fillers. Germany writes `D`. */
export function stateCode(field: string): string {
  const code = field.replace(/<+$/, '');
  return code === 'D' ? 'DEU' : code;
}

/** Whether there is such a state or organisation. `UTO`, the Utopia of specimens, is none. */
export function isStateCode(code: string): boolean {
  const codes: readonly string[] = (ISO + BEYOND_ISO).match(/.{3}/g) ?? [];
  return codes.includes(stateCode(code));
}

/** Whether a code tells of a person without a nationality, or with one that is not told. */
export function isWithoutNationality(code: string): boolean {
  return WITHOUT_NATIONALITY.includes(code);
}
