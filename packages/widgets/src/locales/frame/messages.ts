// Every text of <lintas-frame>, as an interface that each language fulfils. What holds for all texts is in ../messages.ts.

export interface FrameMessages {
  /** Also names the frame to people who listen. */
  readonly title: string;
  /** Who sees what is in the frame, and who does not. */
  readonly explanation: (host: string) => string;
  readonly open: string;
  readonly opening: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly tryAgain: string;
}
