// Forms of a word by number, chosen by each language's own rules.

/** A form for every category (CLDR) that the language has; `other` stands in for the rest. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Makes the function that chooses a form in one language. */
export function pluralIn(lang: string): (count: number, forms: PluralForms) => string {
  // Made when it is first needed: making it takes longer than all else that a page does with its texts at the start.
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(lang);
    return forms[rules.select(count)] ?? forms.other;
  };
}
