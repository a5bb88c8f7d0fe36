// Texts that all published figures share, as an interface that each language fulfils.

export interface FiguresMessages {
  /** What showing them sends, and what not. */
  readonly public: string;
  readonly show: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly csv: string;
  /** Stands wherever a figure is not published. */
  readonly notPublished: string;
  readonly notPublishedMeans: (threshold: string) => string;
  readonly asOf: (day: string) => string;
  readonly meaning: string;
}
