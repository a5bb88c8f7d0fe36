// Takes files that are dropped on an element or pasted in it, and keeps the browser from opening what nobody takes.

import { nothing, type ElementPart } from 'lit';
import { Directive, directive, PartType, type DirectiveResult, type PartInfo } from 'lit/directive.js';

type Take = (files: readonly File[]) => void;

class DropTarget extends Directive {
  #take: Take | undefined;
  #listens = false;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('A drop target is an element.');
  }

  override render(_take: Take | undefined): typeof nothing {
    return nothing;
  }

  override update({ element }: ElementPart, [take]: [Take | undefined]): typeof nothing {
    this.#take = take;
    if (!this.#listens) this.#listen(element);
    this.#listens = true;
    return nothing;
  }

  #listen(element: Element): void {
    const mark = (over: boolean): void => void element.classList.toggle('over', over);
    element.addEventListener('dragover', (event) => {
      if (!(event instanceof DragEvent) || !this.#take || !event.dataTransfer?.types.includes('Files'))
        return;
      event.preventDefault();
      mark(true);
    });
    element.addEventListener('dragleave', (event) => {
      const to = event instanceof DragEvent ? event.relatedTarget : null;
      if (!(to instanceof Node && element.contains(to))) mark(false);
    });
    element.addEventListener('drop', (event) => {
      mark(false);
      if (event instanceof DragEvent) this.#receive(event, event.dataTransfer);
    });
    element.addEventListener('paste', (event) => {
      if (event instanceof ClipboardEvent) this.#receive(event, event.clipboardData);
    });
  }

  #receive(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    // A place within this one may have taken them.
    if (!this.#take || files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    this.#take(files);
  }
}

/** Put it on an element: `${dropTarget((files) => …)}`; `undefined` takes none. */
export const dropTarget: (take: Take | undefined) => DirectiveResult<typeof DropTarget> =
  directive(DropTarget);

/**
 * Refuses files that nobody takes who is nearer to where they are dropped: the browser would open them in the place of the
 * page, and the session and whatever is being sent would be gone.
 */
export function refuseFiles(event: DragEvent): void {
  const { dataTransfer } = event;
  if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
}
