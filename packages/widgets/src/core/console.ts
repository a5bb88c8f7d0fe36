// What whoever looks after a page reads in the browser's console. Never anything of a person.

/** @param why in sentences, without anything that was typed, chosen or answered */
export function tellPage(why: string): void {
  console.error(`Lintas: ${why} See "When it does not work" in docs/embed.md.`);
}
