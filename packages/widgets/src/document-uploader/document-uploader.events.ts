// What a page can hear of the uploader. None of these carries a name or anything of a file, and none bubbles: a page
// listens on the element itself.

/** A document has come, or stands elsewhere now: received, accepted, to be sent once more. */
export class LintasDocumentChangeEvent extends Event {
  /** Id of the document, as the API knows it. */
  readonly documentId: string;
  /** Where it stands, one of the contract's `DOCUMENT_STATES` or a newer one. */
  readonly state: string;

  constructor(documentId: string, state: string) {
    super('lintas-document-change');
    this.documentId = documentId;
    this.state = state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lintas-document-change': LintasDocumentChangeEvent;
  }
}
